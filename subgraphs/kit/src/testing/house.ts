import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import { pino } from 'pino';
import { ConsumerRuntime } from '../consumers/index.js';
import {
  accept,
  aggregate,
  type DomainEvent,
  type EventCatalogue,
  type IdSource,
  ManualClock,
  type Principal,
  seededIds,
} from '../domain/index.js';
import type { WriteSession } from '../events/index.js';
import {
  CommitSignal,
  createContext,
  EventLog,
  EventRegistry,
  type Kernel,
  KeyRing,
  openDatabase,
  write,
} from '../events/index.js';
import {
  Adapters,
  type BuiltSubgraph,
  buildSubgraph,
  consumersOf,
  executeOperation,
  type SubgraphDefinition,
  type SubgraphRuntime,
  subscribeOperation,
} from '../graph/index.js';
import { inlineProjector } from '../read/index.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface TestHouseOptions {
  readonly subgraphs: readonly SubgraphDefinition[];
  /** What stands in for the outside world. */
  readonly adapters?: Adapters;
  /** Start of the clock, which stands still until moved. */
  readonly now?: string;
  readonly ids?: IdSource;
}

/** Asks one subgraph as one caller. */
export interface TestCaller {
  /** The whole result, errors included. */
  execute(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The data of the only operation; fails the test where there are top-level errors. */
  ask<Data = Record<string, never>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Data>;
  subscribe(query: string, variables?: Record<string, unknown>): AsyncGenerator<ExecutionResult>;
}

/** A small house on a real PostgreSQL: some subgraphs, their consumers, a clock that stands still. */
export interface TestHouse {
  readonly clock: ManualClock;
  readonly kernel: Kernel;
  readonly runtime: SubgraphRuntime;
  readonly database: TestDatabase;
  readonly built: ReadonlyMap<string, BuiltSubgraph>;
  as(principal: Principal, subgraph?: string): TestCaller;
  /** One write as a caller. */
  write<Result>(principal: Principal, work: (tx: WriteSession) => Promise<Result>): Promise<Result>;
  /** Lets something happen in a domain that is not in this house, though its catalogue is: to the thing `id`. */
  tell(
    principal: Principal,
    catalogue: EventCatalogue,
    id: string,
    ...events: readonly DomainEvent[]
  ): Promise<void>;
  /** Waits until every consumer has handled what the tenant has committed. */
  settled(principal: Principal): Promise<void>;
  close(): Promise<void>;
}

/** Opens a house for one test file. Close it in `afterAll`. */
export async function openTestHouse(options: TestHouseOptions): Promise<TestHouse> {
  const { subgraphs, adapters = new Adapters(), ids = seededIds(1) } = options;
  const built = new Map(subgraphs.map((subgraph) => [subgraph.name, buildSubgraph(subgraph)]));
  const database = await createTestDatabase(
    subgraphs.map(({ name, migrations }) => ({ schema: name, migrations })),
  );
  const clock = new ManualClock(options.now ?? '2026-11-16T09:00:00Z');
  const pools = await openDatabase({
    appUrl: database.appUrl,
    logUrl: database.logUrl,
    entities: subgraphs.flatMap(({ entities }) => entities),
    poolSize: 12,
    logPoolSize: 3,
  });
  const registry = new EventRegistry(subgraphs.flatMap(({ catalogues }) => catalogues));
  const kernel: Kernel = {
    clock,
    ids,
    database: pools,
    events: new EventLog(registry, new KeyRing(new Uint8Array(32).fill(7)), 1),
    projector: inlineProjector(subgraphs.flatMap(({ projections }) => projections)),
    commits: new CommitSignal(),
    logger: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  };
  const definitions = subgraphs.flatMap(consumersOf);
  const consumers = new ConsumerRuntime(kernel, definitions);
  await consumers.start();
  const runtime: SubgraphRuntime = { kernel, consumers, adapters };
  let request = 0;
  const asOne = async <Result>(
    principal: Principal,
    work: (tx: WriteSession) => Promise<Result>,
  ): Promise<Result> => {
    const ctx = createContext(kernel, principal, { requestId: `test-${++request}` });
    return (await write(kernel, ctx, work)).result;
  };
  return {
    clock,
    kernel,
    runtime,
    database,
    built,
    as(principal, subgraph = subgraphs[0]?.name ?? '') {
      const found = built.get(subgraph);
      if (!found) throw new RangeError(`No subgraph ${subgraph} in this house`);
      const detail = () => ({ principal, requestId: `test-${++request}`, ip: '127.0.0.1' });
      const execute = (query: string, variables?: Record<string, unknown>) =>
        executeOperation(found.schema, runtime, { document: parse(query), variables }, detail());
      return {
        execute,
        async ask<Data>(query: string, variables?: Record<string, unknown>) {
          const { data, errors } = await execute(query, variables);
          if (errors?.[0]) throw errors[0].originalError ?? errors[0];
          return data as Data;
        },
        subscribe: (query, variables) =>
          subscribeOperation(
            found.schema,
            runtime,
            { document: parse(query), variables },
            detail(),
          ),
      };
    },
    write: asOne,
    tell: (principal, catalogue, id, ...events) =>
      asOne(principal, async (tx) => {
        const stream = told(catalogue);
        await tx.append(stream, id, await tx.load(stream, id), events);
      }),
    async settled(principal) {
      for (const { name } of definitions) await consumers.fence(name, principal.tenantId);
    },
    async close() {
      await consumers.stop();
      await pools.close();
      await database.drop();
    },
  };
}

/** What a domain elsewhere did: it is written down, and nothing is decided. */
const told = (catalogue: EventCatalogue) =>
  aggregate<null, never, DomainEvent>({
    name: `told-${catalogue.domain}`,
    catalogue,
    initial: null,
    decide: () => accept([]),
    evolve: () => null,
  });
