import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerSourceResolution } from './typescript-source.mjs';

/**
 * Starts a PostgreSQL cluster for each worker of the `int` run, named in NEXUS_TEST_PG_1 and so on: the log's fence
 * sees the transactions of a whole cluster, so files that run side by side would wait for each other's.
 * A NEXUS_TEST_PG that is already set serves all. NEXUS_TEST_RUN names the run, for what its files share.
 * @param {{ maxWorkers: number }} run as Jest tells it
 */
export default async function startTestPostgres({ maxWorkers }) {
  process.env.NEXUS_TEST_RUN ??= randomBytes(4).toString('hex');
  if (process.env.NEXUS_TEST_PG) return;
  registerSourceResolution();
  const { startPostgres } = await import('../../src/postgres/index.ts');
  const clusters = await Promise.all(
    Array.from({ length: maxWorkers }, async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'nexus-test-'));
      await chmod(dataDir, 0o711); // as root, PostgreSQL's own user must be able to enter
      const settings = {
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        max_connections: '300',
      };
      return { dataDir, postgres: await startPostgres({ dataDir, settings }) };
    }),
  );
  for (const [i, { postgres }] of clusters.entries()) {
    process.env[`NEXUS_TEST_PG_${i + 1}`] = postgres.adminUrl;
  }
  globalThis.__nexusTestPostgres = clusters;
}
