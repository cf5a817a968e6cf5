import { migrateQueues, openPostgresHub, postgresJobs } from '../../src/jobs/index.js';
import { createTestDatabase, ensureRole } from '../support/postgres-database.js';
import { startProxy } from '../support/tcp-proxy.js';
import { jobsContract } from './jobs.contract.js';

jobsContract('PostgreSQL', async () => {
  const database = await createTestDatabase();
  const roleUrl = new URL(await ensureRole(database.url, 'kit_test_app', 'kit_test_app'));
  await migrateQueues(database.url, 'kit_test_app');
  const proxy = await startProxy(Number(roleUrl.port));
  roleUrl.port = `${proxy.port}`;
  const hubs: ReturnType<typeof openPostgresHub>[] = [];
  return {
    async open(options) {
      const hub = openPostgresHub({
        connectionString: roleUrl.href,
        onError: (error) => options?.onError?.(error),
      });
      hubs.push(hub);
      return postgresJobs({ connection: hub, ...options });
    },
    async restart() {
      // As the server does it: sessions are ended by an administrator's command, then nobody answers.
      await database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'kit_test_app'`,
      );
      await proxy.shut();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await proxy.open();
    },
    async stop() {
      await Promise.all(hubs.map((hub) => hub.close()));
      await proxy.close();
      await database.drop();
    },
  };
});
