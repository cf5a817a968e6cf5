import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BINARY = ['redis-server', 'valkey-server'].find(
  (binary) => spawnSync(binary, ['--version']).status === 0,
);

/** `describe` where a Redis can be started; elsewhere the suite is skipped, and says so. */
export const hasRedis = BINARY !== undefined;
if (!hasRedis) {
  process.stderr.write(
    '\n*** SKIPPED: no redis-server or valkey-server on this machine; Redis is not tested. ***\n',
  );
}

export interface TestRedis {
  readonly url: string;
  /** Kills the server and starts it again on the same port and data. */
  restart(pauseMs?: number): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A server of the test file's own on a free port, which keeps its data across restarts. */
export async function startRedis(): Promise<TestRedis> {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-redis-'));
  const port = await freePort();
  let server = await launch(port, directory);
  return {
    url: `redis://127.0.0.1:${port}`,
    async restart(pauseMs = 300) {
      await end(server, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      server = await launch(port, directory);
    },
    kill: () => end(server, 'SIGKILL'),
    async start() {
      server = await launch(port, directory);
    },
    async stop() {
      await end(server, 'SIGTERM');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function launch(port: number, directory: string): Promise<ChildProcess> {
  const server = spawn(
    BINARY as string,
    [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      directory,
      '--save',
      '',
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve(server);
    });
  });
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners('exit');
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
