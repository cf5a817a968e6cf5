import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

const BINARY = ['redis-server', 'valkey-server'].find(
  (binary) => spawnSync(binary, ['--version']).status === 0,
);

/** Can a Redis be started? Where not, suites that need one are skipped, and say so. */
export const hasRedis = BINARY !== undefined;
if (!hasRedis) {
  process.stderr.write(
    '\n*** SKIPPED: no redis-server or valkey-server on this machine; Redis is not tested. ***\n',
  );
}

export interface TestRedis {
  /** Of its Unix socket, which no other process can have taken. */
  readonly path: string;
  /** A client, which ends with the server. */
  connect(): Redis;
  stop(): Promise<void>;
}

/** A server of the test file's own, which keeps nothing. */
export async function startRedis(): Promise<TestRedis> {
  const directory = await mkdtemp(join(tmpdir(), 'router-redis-'));
  const path = join(directory, 'redis.sock');
  const flags = ['--port', '0', '--unixsocket', path, '--save', '', '--appendonly', 'no'];
  const server = spawn(BINARY as string, [...flags, '--dir', directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(server);
  return {
    path,
    connect() {
      const client = new Redis(path, { retryStrategy: () => null });
      // Commands tell that it is gone.
      client.on('error', () => undefined);
      return client;
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new RangeError(`redis-server ended with ${code}.`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('eady to accept connections')) {
        server.removeAllListeners('exit');
        resolve();
      }
    });
  });
}
