import { migrateQueues, openPostgresHub, type PostgresHub } from '../../src/jobs/index.js';
import { createTestDatabase, ensureRole } from './postgres-database.js';
import { startProxy } from './tcp-proxy.js';

const ROLE = 'kit_test_app';

export interface QueueDatabase {
  /** The connections of one more process. */
  hub(onError?: (error: Error) => void): PostgresHub;
  /** How many sessions the application role holds. */
  sessions(): Promise<number>;
  /** Ends all sessions, refuses new ones for half a second, as a restart does. */
  restart(): Promise<void>;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A database with BullMQ's tables, reached as the application role through a door that can be shut. */
export async function startQueueDatabase(): Promise<QueueDatabase> {
  const database = await createTestDatabase();
  const roleUrl = new URL(await ensureRole(database.url, ROLE, ROLE));
  await migrateQueues(database.url, ROLE);
  const proxy = await startProxy(Number(roleUrl.port));
  roleUrl.port = `${proxy.port}`;
  const hubs: PostgresHub[] = [];
  const mine = `datname = current_database() AND usename = '${ROLE}'`;
  const goAway = async () => {
    await database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${mine}`);
    await proxy.shut();
  };
  return {
    hub(onError) {
      const hub = openPostgresHub({ connectionString: roleUrl.href, ...(onError && { onError }) });
      hubs.push(hub);
      return hub;
    },
    async sessions() {
      const [row] = await database.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${mine}`,
      );
      return row?.n ?? 0;
    },
    async restart() {
      await goAway();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await proxy.open();
    },
    goAway,
    comeBack: () => proxy.open(),
    async stop() {
      await Promise.all(hubs.map((hub) => hub.close()));
      await proxy.close();
      await database.drop();
    },
  };
}
