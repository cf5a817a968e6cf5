import { rm } from 'node:fs/promises';

/** Stops the cluster of the `int` run and removes its files. */
export default async function stopTestPostgres() {
  const started = globalThis.__nexusTestPostgres;
  if (!started) return;
  await started.postgres.stop();
  await rm(started.postgres.clusterDir, { recursive: true, force: true });
  await rm(started.dataDir, { recursive: true, force: true });
}
