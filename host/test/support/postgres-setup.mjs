import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerSourceResolution } from './typescript-source.mjs';

/**
 * Starts one PostgreSQL cluster for the whole `int` run and names it in NEXUS_TEST_PG.
 * A NEXUS_TEST_PG that is already set is used as it is. NEXUS_TEST_RUN names the run, for what its files share.
 */
export default async function startTestPostgres() {
  process.env.NEXUS_TEST_RUN ??= randomBytes(4).toString('hex');
  if (process.env.NEXUS_TEST_PG) return;
  registerSourceResolution();
  const { startPostgres } = await import('../../src/postgres/index.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'nexus-test-'));
  await chmod(dataDir, 0o711); // as root, PostgreSQL's own user must be able to enter
  const postgres = await startPostgres({
    dataDir,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
    },
  });
  process.env.NEXUS_TEST_PG = postgres.adminUrl;
  globalThis.__nexusTestPostgres = { postgres, dataDir };
}
