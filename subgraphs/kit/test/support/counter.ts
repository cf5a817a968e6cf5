import { reaction } from '@nexus/kit/consumers';
import {
  accept,
  aggregate,
  defineEvents,
  type EventOf,
  event,
  refuse,
  violation,
} from '@nexus/kit/domain';
import {
  Anonymous,
  Connection,
  ConnectionArgs,
  defineSubgraph,
  type GraphContext,
  Key,
  LiveEvent,
  live,
  MutationInput,
  mutate,
  Node,
  Payload,
  Requires,
} from '@nexus/kit/graph';
import { type Page, paginate, projection, readTable, sql, TenantRow } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A small domain to test the kit with: counters that may not exceed ten, owned by a person. */
export interface Counted {
  readonly counterId: string;
  readonly by: number;
}
export interface Opened {
  readonly counterId: string;
  readonly owner: string | null;
}
export interface CounterEvents {
  'counting.Opened': Opened;
  'counting.Counted': Counted;
}

export const counterCatalogue = defineEvents('counting', {
  Opened: event<Opened>({ personal: { subject: 'counterId', fields: ['owner'] } }),
  Counted: event<Counted>({
    version: 2,
    upcast: { 1: ({ amount, ...rest }) => ({ ...rest, by: amount }) },
  }),
});
type CounterEvent = EventOf<(typeof counterCatalogue)['specs']>;

type State = { readonly open: boolean; readonly total: number };
type Command =
  | { readonly type: 'Open'; readonly id: string; readonly owner: string }
  | { readonly type: 'Count'; readonly id: string; readonly by: number };

export const counter = aggregate<State, Command, CounterEvent>({
  name: 'counter',
  catalogue: counterCatalogue,
  initial: { open: false, total: 0 },
  decide(state, command) {
    if (command.type === 'Open')
      return accept([{ type: 'Opened', data: { counterId: command.id, owner: command.owner } }]);
    if (!state.open)
      return refuse(violation('NOT_FOUND', 'There is no such counter.', { path: ['id'] }));
    if (state.total + command.by > 10) {
      return refuse(violation('BATCH_TOO_LARGE', 'A counter ends at ten.', { path: ['by'] }));
    }
    return accept([{ type: 'Counted', data: { counterId: command.id, by: command.by } }]);
  },
  evolve(state, { type, data }) {
    return type === 'Opened'
      ? { open: true, total: 0 }
      : { ...state, total: state.total + (data as Counted).by };
  },
});

const columns = `
  id text COLLATE "C" NOT NULL,
  owner text,
  total integer NOT NULL,
  seen integer NOT NULL DEFAULT 0`;
export const counterTable = readTable({
  schema: 'counting',
  name: 'counter',
  columns,
  indexes: ['(tenant_id, total, id)'],
});
export const followedTable = readTable({ schema: 'counting', name: 'followed', columns });

@Key('id')
@ObjectType({ implements: Node, description: 'A counter.', simpleResolvers: true })
@Entity({ schema: 'counting', name: 'counter' })
export class Counter extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { nullable: true, description: 'Who owns it.' })
  @Column('text')
  owner!: string | null;

  @Field(() => Int, { description: 'How far it has counted.' })
  @Column('integer')
  total!: number;

  @Column('integer')
  seen!: number;
}

@Entity({ schema: 'counting', name: 'followed' })
export class Followed extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  owner!: string | null;

  @Column('integer')
  total!: number;

  @Column('integer')
  seen!: number;
}

export const counterProjection = projection<CounterEvents>()({
  name: 'counting.counter',
  mode: 'inline',
  entity: Counter,
  table: counterTable,
  on: {
    'counting.Opened': {
      creates: true,
      key: ({ data }) => data.counterId,
      apply: (_, { data }) => ({ owner: data.owner, total: 0, seen: 1 }),
    },
    'counting.Counted': {
      key: ({ data }) => data.counterId,
      apply: (row, { data }) => row && { total: row.total + data.by, seen: row.seen + 1 },
    },
  },
});

export const followedProjection = projection<CounterEvents>()({
  name: 'counting.followed',
  mode: 'catchup',
  entity: Followed,
  table: followedTable,
  on: {
    'counting.Opened': {
      key: ({ data }) => data.counterId,
      apply: (_, { data }) => ({ owner: data.owner, total: 0, seen: 1 }),
    },
    'counting.Counted': {
      key: ({ data }) => data.counterId,
      apply: (row, { data }) => row && { total: row.total + data.by, seen: row.seen + 1 },
    },
  },
});

/** Fails while the word stands in `broken`. */
export const broken = new Set<string>();
export const handled: string[] = [];
export const watcher = reaction<CounterEvents>()({
  name: 'counting.watcher',
  on: {
    'counting.Opened': async ({ data, stream, version }) => {
      if (broken.has(data.counterId)) throw new RangeError('the watcher is broken');
      handled.push(`${stream}@${version}`);
    },
    'counting.Counted': async ({ data, stream, version }) => {
      if (broken.has(data.counterId)) throw new RangeError('the watcher is broken');
      handled.push(`${stream}@${version}`);
    },
  },
});

@InputType({ description: 'A counter to open.' })
class CounterOpenInput extends MutationInput {
  @Field(() => String, { description: 'Who owns it.' })
  owner!: string;
}

@InputType({ description: 'How far to count on.' })
class CounterCountInput extends MutationInput {
  @Field(() => ID, { description: 'The counter.' })
  id!: string;

  @Field(() => Int, { description: 'By how much.' })
  by!: number;
}

@ObjectType({ description: 'A counter that was written.' })
class CounterPayload extends Payload {
  @Field(() => Counter, { nullable: true, description: 'The counter.' })
  counter?: Counter;
}

const CounterConnection = Connection(Counter);
const CounterEventType = LiveEvent('CounterEvent', Counter, 'A change of a counter.');

@Resolver(() => Counter)
class CounterResolver {
  @Query(() => Counter, { nullable: true, description: 'A counter.' })
  @Requires('counting:read')
  counter(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The counter.' }) id: string,
  ) {
    return ctx.read.row(Counter, id);
  }

  @Query(() => CounterConnection, { description: 'All counters.' })
  @Requires('counting:read')
  counters(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<Counter>> {
    const byTotal = {
      expression: 't.total',
      type: 'integer',
      direction: 'DESC',
      value: (row: Counter) => row.total,
    } as const;
    return paginate(ctx.read, { entity: Counter, where: sql`true`, orderBy: [byTotal], args });
  }

  @Query(() => Int, { description: 'What the follower has seen, once it has caught up.' })
  @Anonymous()
  async followed(@Ctx() ctx: GraphContext): Promise<number> {
    await ctx.fence('counting.followed');
    const [row] = await ctx.read.sql<{ n: number }>(
      'SELECT coalesce(sum(total), 0) AS n FROM counting.followed',
    );
    return Number(row?.n ?? 0);
  }

  @Mutation(() => CounterPayload, { description: 'Opens a counter.' })
  @Requires('counting:write')
  counterOpen(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => CounterOpenInput) input: CounterOpenInput,
  ) {
    return mutate(ctx, input, async (tx) => {
      const id = ctx.newId('Task');
      await tx.run(counter, id, { type: 'Open', id, owner: input.owner });
      return { counter: await tx.row(Counter, id) };
    });
  }

  @Mutation(() => CounterPayload, { description: 'Counts on.' })
  @Requires('counting:write')
  counterCount(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => CounterCountInput) input: CounterCountInput,
  ) {
    return mutate(ctx, input, async (tx) => {
      await tx.run(counter, input.id, { type: 'Count', id: input.id, by: input.by });
      return { counter: await tx.row(Counter, input.id) };
    });
  }

  @Subscription(() => CounterEventType, {
    description: 'Changes of counters.',
    subscribe: ({ context, args }) =>
      live(context as GraphContext, {
        types: ['counting.Opened', 'counting.Counted'],
        after: args.after as string | null,
        node: async ({ data }, ctx) =>
          (await ctx.read.row(Counter, String(data.counterId))) ?? undefined,
      }),
  })
  @Requires('counting:read')
  counterChanged(
    @Root() change: object,
    @Arg('after', () => String, { nullable: true, description: 'Resume behind this.' })
    _after?: string,
  ): object {
    return change;
  }
}

export const counting = defineSubgraph({
  name: 'counting',
  catalogues: [counterCatalogue],
  resolvers: [CounterResolver],
  references: {},
  entities: [Counter, Followed],
  projections: [counterProjection, followedProjection],
  reactions: [watcher],
  migrations: [
    {
      id: 'counting/001',
      sql: [counterTable, followedTable].map((table) => table.ddl()).join('\n'),
    },
  ],
});
