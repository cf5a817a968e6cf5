import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SUPERUSER } from './cluster.js';
import { clusterDirectory } from './location.js';
import { lockHolder } from './lock.js';
import { readPostmasterFile } from './postmaster-file.js';

/**
 * The administrator's URL of the PostgreSQL that another Nexus process runs on this data directory,
 * or undefined when none does: a command beside a running `nexus up` (`rebuild`, `verify`) works on
 * that server instead of starting one.
 */
export async function runningPostgresUrl(dataDir: string): Promise<string | undefined> {
  if (!(await lockHolder(dataDir))) return undefined;
  const server = await readPostmasterFile(await clusterDirectory(dataDir));
  if (server?.status !== 'ready') return undefined;
  const password = await readFile(join(dataDir, 'keys', 'postgres.password'), 'utf8');
  return adminUrl(server.port, password.trim());
}

export function adminUrl(port: number, password: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}
