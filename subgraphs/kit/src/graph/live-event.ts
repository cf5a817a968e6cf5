import { Field, ID, ObjectType } from 'type-graphql';
import { SubscriberTooSlow } from '../consumers/index.js';
import type { Actor, RecordedEvent } from '../domain/index.js';
import { tenancyOf } from '../events/index.js';
import type { EntityClass } from '../read/index.js';
import { Shareable } from './decorators.js';
import { GraphContext } from './graph-context.js';
import { DateTimeScalar } from './scalars.js';
import { rowsOfEvent } from './shared-rows.js';

@Shareable()
@ObjectType('EventActor', { description: 'Who caused an event.', simpleResolvers: true })
export class EventActor {
  @Field(() => String, { description: '`user`, `service` or `anonymous`.' })
  type!: string;

  @Field(() => ID, { description: 'The user, or the name of the service.' })
  id!: string;
}

/** What every live event has; `node` is the thing it happened to, as the subscriber may see it now. */
export interface LiveEventValue<Node> {
  readonly id: string;
  readonly occurredAt: Date;
  readonly actor: Actor;
  readonly sequence: string;
  readonly kind: string;
  readonly node: Node;
}

/** The type of a subscription's events: `export const BoardEvent = LiveEvent('BoardEvent', Task, 'A change …')`. */
export function LiveEvent<Node extends object>(
  name: string,
  node: EntityClass<Node> | (abstract new () => Node),
  description: string,
): EntityClass<LiveEventValue<Node>> {
  @ObjectType(name, { description, simpleResolvers: true })
  class Event {
    @Field(() => ID, { description: 'Id of the event.' })
    id!: string;

    @Field(() => DateTimeScalar, { description: 'When it happened.' })
    occurredAt!: Date;

    @Field(() => EventActor, { description: 'Who caused it.' })
    actor!: EventActor;

    @Field(() => String, {
      description: 'Its place in the log, opaque: `after` resumes behind it.',
    })
    sequence!: string;

    @Field(() => String, { description: 'What happened, by the name of the domain event.' })
    kind!: string;

    @Field(() => node, { nullable: true, description: 'What it happened to, as it is now.' })
    node!: Node | null;
  }
  return Event as unknown as EntityClass<LiveEventValue<Node>>;
}

export interface LiveOptions<Node> {
  /** Full type names of the events. */
  readonly types: readonly string[];
  /** Fields of the payload and the value that each must have; absent values ask nothing. */
  readonly of?: Readonly<Record<string, string | null | undefined>>;
  /** A `sequence` to resume behind. */
  readonly after?: string | null | undefined;
  /**
   * What the event shows, checked for permission with a fresh context: undefined drops the event, as if it
   * had never been there. Null shows it without a node.
   */
  readonly node: (event: RecordedEvent, ctx: GraphContext) => Promise<Node | null | undefined>;
}

/** The events of a subscription, each checked and resolved when it is delivered. */
export async function* live<Node>(
  ctx: GraphContext,
  options: LiveOptions<Node>,
): AsyncGenerator<LiveEventValue<Node | null>> {
  const { types, of, after, node } = options;
  const events = ctx.runtime.consumers.live({
    tenantId: ctx.tenantId,
    types,
    of,
    after: after ?? null,
    signal: ctx.detail.signal,
  });
  for await (const event of events) {
    const shown = await nodeOf(event, ctx, node);
    if (shown !== undefined) yield { ...GraphContext.show(event), node: shown };
  }
}

async function nodeOf<Node>(
  event: RecordedEvent,
  ctx: GraphContext,
  node: LiveOptions<Node>['node'],
): Promise<Node | null | undefined> {
  const { rows, done } = rowsOfEvent(ctx.runtime, tenancyOf(ctx.principal), event.id);
  const fresh = ctx.again(rows);
  try {
    return await node(event, fresh);
  } finally {
    await fresh.read.close();
    await done();
  }
}

export { SubscriberTooSlow };
