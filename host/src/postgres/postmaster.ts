import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, stat, truncate } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { explainServerFailure, serverEnvironment } from './cluster.js';
import { guard } from './guard.js';
import { clearEarlierServer, shutDown } from './orphan.js';
import { readPostmasterFile } from './postmaster-file.js';

const LONGEST_LOG = 5 * 1024 * 1024;

/** For a laptop: durable, modest, reachable from this machine only. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  autovacuum_naptime: '3s', // a new database grows fast: plans made for empty tables must not live long
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic', // statements carry personal data
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
} as const;

export interface LaunchOptions {
  readonly port: number;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (message: string) => void;
}

/** A running server process. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the server and resolves once it answers. Recovery after a crash may take its time. */
export async function launch(cluster: Cluster, options: LaunchOptions): Promise<Postmaster> {
  await clearEarlierServer(cluster.directory, options.log);
  const logStart = await sizeAfterTrim(options.logFile);
  const child = await spawnServer(cluster, options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pid = child.pid;
  if (pid === undefined) throw explainServerFailure('', cluster.directory);
  const dismissGuard = guard(pid, cluster.user);
  void ended.then(dismissGuard);

  for (let waited = 0; ; waited += 10) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const complaint = await readFile(options.logFile, 'utf8').catch(() => '');
      throw explainServerFailure(complaint.slice(logStart), cluster.directory);
    }
    const file = await readPostmasterFile(cluster.directory);
    if (file?.pid === pid && file.status === 'ready') break;
    if (waited === 10_000) options.log('PostgreSQL recovers its data; this can take a while.');
    await sleep(10);
  }
  return { pid, ended, stop: () => shutDown(pid).then(() => ended) };
}

async function spawnServer(cluster: Cluster, options: LaunchOptions): Promise<ChildProcess> {
  const { directory, binaries, user } = cluster;
  const settings = { ...SETTINGS, port: String(options.port), ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // The server writes to the file itself, so that its words survive our own end.
  const logHandle = await open(options.logFile, 'a', 0o600);
  try {
    const child = spawn(binaries.postgres, ['-D', directory, ...flags], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: directory,
      env: serverEnvironment(),
      detached: true, // Ctrl-C reaches the host alone, which stops the server last
      stdio: ['ignore', logHandle.fd, logHandle.fd],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  } finally {
    await logHandle.close();
  }
}

async function sizeAfterTrim(file: string): Promise<number> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= LONGEST_LOG) return size;
  await truncate(file);
  return 0;
}
