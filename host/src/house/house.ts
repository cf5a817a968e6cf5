import { ConsumerRuntime } from '@nexus/kit/consumers';
import { type Clock, type IdSource, randomIds, systemClock } from '@nexus/kit/domain';
import {
  CommitSignal,
  EventLog,
  EventRegistry,
  type Kernel,
  KeyRing,
  openDatabase,
} from '@nexus/kit/events';
import {
  type Adapters,
  type BuiltSubgraph,
  buildSubgraph,
  consumersOf,
  type SubgraphDefinition,
  type SubgraphRuntime,
} from '@nexus/kit/graph';
import { coalesce, type Live } from '@nexus/kit/live';
import { inlineProjector } from '@nexus/kit/read';
import type { Logger } from 'pino';
import type { DatabaseUrls } from '../postgres/index.js';

export const WAKE_TOPIC = 'kit.wake';
const WAKE_MS = 3;

export interface HouseOptions {
  readonly urls: DatabaseUrls;
  readonly masterKey: Uint8Array;
  readonly logger: Logger;
  readonly subgraphs: readonly SubgraphDefinition[];
  /** Plugs the outside world in; some adapters write through the kernel themselves. */
  readonly adapters: (kernel: Kernel) => Adapters;
  readonly live: Live;
  /** Whether consumers run here; a process that only serves waits at their fences. */
  readonly work: boolean;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly poolSize?: number;
  /** Whether a commit waits for the disk. True unless said otherwise. */
  readonly durable?: boolean;
}

/** The kit wired up in one process: pools, log, consumers, and the schemas of the subgraphs. */
export interface House {
  readonly runtime: SubgraphRuntime;
  readonly built: readonly BuiltSubgraph[];
  close(): Promise<void>;
}

/** Opens the house on a migrated database. Throws what `pg` throws when the database cannot be reached. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { urls, masterKey, logger, subgraphs, adapters, live, work } = options;
  const onError = (error: Error) => logger.warn({ err: error }, 'database connection lost');
  const database = await openDatabase({
    appUrl: urls.app,
    logUrl: urls.log,
    entities: subgraphs.flatMap(({ entities }) => entities),
    onError,
    durable: options.durable ?? true,
    ...(options.poolSize && { poolSize: options.poolSize }),
  });
  const [epoch] = await database.dataSource.query<{ epoch: number }[]>(
    'SELECT max(epoch) AS epoch FROM kit.log_epoch',
  );
  const commits = new CommitSignal();
  const kernel: Kernel = {
    clock: options.clock ?? systemClock,
    ids: options.ids ?? randomIds,
    database,
    events: new EventLog(
      new EventRegistry(subgraphs.flatMap(({ catalogues }) => catalogues)),
      new KeyRing(masterKey),
      epoch?.epoch ?? 1,
    ),
    projector: inlineProjector(subgraphs.flatMap(({ projections }) => projections)),
    commits,
    logger,
  };
  const consumers = new ConsumerRuntime(kernel, subgraphs.flatMap(consumersOf), { work });
  await consumers.start();
  const wake = coalesce<void>(() => live.publish(WAKE_TOPIC, {}), WAKE_MS);
  const unlisten = commits.listen(() => wake(undefined));
  const unsubscribe = await live.subscribe(WAKE_TOPIC, () => consumers.tailer.wake());
  return {
    runtime: { kernel, consumers, adapters: adapters(kernel) },
    built: subgraphs.map(buildSubgraph),
    async close() {
      unlisten();
      wake.cancel();
      await unsubscribe();
      await consumers.stop();
      await database.close();
    },
  };
}
