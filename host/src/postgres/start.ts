import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { readOrCreateSecret } from '../config/secret-file.js';
import { explainFileError, StartupProblem } from '../config/startup-problem.js';
import { adminUrl } from './attach.js';
import { findBinaries } from './binaries.js';
import { type Cluster, clusterExists, createCluster } from './cluster.js';
import { locateCluster } from './location.js';
import { lockDataDir } from './lock.js';
import { postgresUser } from './os-user.js';
import { supervise } from './supervisor.js';
import type { PostgresOptions, RunningPostgres } from './types.js';

/**
 * Starts Nexus' own PostgreSQL on 127.0.0.1, creating its cluster the first time, and keeps it
 * running until `stop()`. Takes the lock of the data directory. Throws a `StartupProblem`.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, log = () => undefined, settings = {} } = options;
  const lock = await lockDataDir(dataDir);
  try {
    const { cluster, password } = await prepare(dataDir, log);
    const port = options.port ?? (await choosePort(join(dataDir, 'postgres.port')));
    const logFile = join(dataDir, 'postgres.log');
    const server = await supervise(cluster, { port, logFile, settings, log });
    try {
      const url = adminUrl(port, password);
      const version = await serverVersion(url, dataDir);
      return {
        adminUrl: url,
        port,
        version,
        clusterDir: cluster.directory,
        pid: server.pid,
        stop: () => server.stop().finally(lock.release),
      };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw explainFileError(error, dataDir);
  }
}

async function prepare(
  dataDir: string,
  log: (message: string) => void,
): Promise<{ cluster: Cluster; password: string }> {
  const user = postgresUser(join(dataDir, 'postgres'));
  const binaries = await findBinaries(user);
  const directory = await locateCluster(dataDir, user);
  const cluster: Cluster = { directory, binaries, user };
  const passwordFile = join(dataDir, 'keys', 'postgres.password');
  const exists = await clusterExists(cluster);
  if (exists) await requirePasswordFile(passwordFile, directory);
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  const password = await readOrCreateSecret(passwordFile, () =>
    randomBytes(24).toString('base64url'),
  );
  if (!exists) {
    log('Creating the database.');
    await createCluster(cluster, password);
  }
  return { cluster, password };
}

async function requirePasswordFile(file: string, directory: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new StartupProblem(
      'POSTGRES_FAILED',
      `The password of the database in ${directory} is gone (${file}). Restore that file, or run "npm run reset" to begin anew.`,
      { cause },
    );
  });
}

/** The port of last time when it is free, else a free one, which is remembered. */
async function choosePort(file: string): Promise<number> {
  const last = Number(await readFile(file, 'utf8').catch(() => ''));
  const port = last > 0 && (await tryPort(last)) ? last : await tryPort(0);
  if (!port) {
    throw new StartupProblem(
      'POSTGRES_FAILED',
      "No port on 127.0.0.1 could be opened for PostgreSQL. Check the machine's network settings.",
    );
  }
  if (port !== last) await writeFile(file, `${port}\n`);
  return port;
}

function tryPort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port: wanted, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

async function serverVersion(url: string, dataDir: string): Promise<string> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? 'unknown';
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartupProblem(
      'POSTGRES_FAILED',
      `PostgreSQL runs but does not let Nexus in (${reason}). Its own words are in ${join(dataDir, 'postgres.log')}.`,
      { cause },
    );
  } finally {
    await client.end();
  }
}
