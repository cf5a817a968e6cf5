import { rm } from 'node:fs/promises';

/** Stops the clusters of the `int` run and removes their files. */
export default async function stopTestPostgres() {
  for (const { postgres, dataDir } of globalThis.__nexusTestPostgres ?? []) {
    await postgres.stop();
    await rm(postgres.clusterDir, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  }
}
