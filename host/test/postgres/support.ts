import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../src/postgres/index.js';
import { isAlive } from '../../src/postgres/process-identity.js';
import type { PostgresOptions, RunningPostgres } from '../../src/postgres/types.js';

/** Not durable, since the machine does not fall over in these tests: only processes do. */
export const QUICK = { fsync: 'off', shared_buffers: '16MB', max_connections: '20' };

const dataDirs: string[] = [];
const servers: RunningPostgres[] = [];
const orphans: number[] = [];

/** A fresh data directory, removed by `cleanUp`. */
export function newDataDir(): string {
  const directory = mkdtempSync(join(tmpdir(), 'nexus-pg-'));
  chmodSync(directory, 0o711); // as root, PostgreSQL's own user must be able to enter
  dataDirs.push(directory);
  return directory;
}

export async function start(
  dataDir: string,
  options: Partial<PostgresOptions> = {},
): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, settings: QUICK, ...options });
  servers.push(server);
  return server;
}

/** A server that nobody may be left to stop when the test fails half-way. */
export function leftAlone(pid: number): void {
  orphans.push(pid);
}

export async function cleanUp(): Promise<void> {
  for (const pid of orphans.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
  for (const server of servers.splice(0)) await server.stop();
  for (const directory of dataDirs.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** Runs one statement on a connection of its own and returns the first column of its first row. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
