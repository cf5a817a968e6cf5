import type { ConsumerDefinition, Reaction } from '../consumers/index.js';
import { projectionConsumer, reactionConsumer } from '../consumers/index.js';
import type { EventCatalogue } from '../domain/index.js';
import type { Migration, WriteSession } from '../events/index.js';
import type { ProcessManager } from '../process/index.js';
import type { EntityClass, Projection } from '../read/index.js';
import type { GraphContext, SubgraphRuntime } from './graph-context.js';

/** Finds what references name: entities by id, of the caller's tenant and within their reach; others are absent. */
export type ReferenceLoader = (
  ctx: GraphContext,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, object>>;

type Constructor = abstract new (...args: never[]) => object;

/** Work that a subgraph does beside requests and events: given to the jobs module by the host. */
export interface JobDefinition {
  readonly name: string;
  /** Runs at once in one process; 1 unless given. */
  readonly concurrency?: number;
  /** Runs each so many milliseconds; a job without it is only enqueued. */
  readonly everyMs?: number;
  run(runtime: SubgraphRuntime, payload: Readonly<Record<string, unknown>>): Promise<void>;
}

/** A whole domain at a glance. */
export interface SubgraphDefinition {
  /** Name of the subgraph, of its PostgreSQL schema and of its events' domain. */
  readonly name: string;
  readonly catalogues: readonly EventCatalogue[];
  readonly resolvers: readonly Constructor[];
  /** Types that no field names but the supergraph needs. */
  readonly orphanedTypes?: readonly Constructor[];
  /** For each entity that this subgraph resolves by reference. Answers of one operation are batched. */
  readonly references: Readonly<Record<string, ReferenceLoader>>;
  readonly entities: readonly EntityClass[];
  readonly projections: readonly Projection[];
  readonly reactions: readonly Reaction[];
  /** What goes on over many events; the host's sweep fires their timeouts. */
  readonly processes?: readonly ProcessManager<WriteSession>[];
  readonly migrations: readonly Migration[];
  readonly jobs?: readonly JobDefinition[];
}

/** Declares a subgraph: `export const crm = defineSubgraph({ … })`. */
export function defineSubgraph(definition: SubgraphDefinition): SubgraphDefinition {
  return definition;
}

/** Everything in a subgraph that reads the log with a checkpoint. */
export function consumersOf({
  projections,
  reactions,
  processes = [],
}: SubgraphDefinition): ConsumerDefinition[] {
  return [
    ...projections.filter(({ mode }) => mode === 'catchup').map(projectionConsumer),
    ...[...reactions, ...processes].map(reactionConsumer),
  ];
}
