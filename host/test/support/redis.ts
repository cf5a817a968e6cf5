import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { freePort } from '../../src/house/free-port.js';

/** Where the machine's Redis is: NEXUS_TEST_REDIS, or a `redis-server` in PATH. */
export function redisServer(): string | undefined {
  const named = process.env.NEXUS_TEST_REDIS;
  if (named) return existsSync(named) ? named : undefined;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

export interface RunningRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** A Redis of its own, on a free port, that keeps nothing. */
export async function startRedis(program: string): Promise<RunningRedis> {
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(program, flags, { cwd: '/tmp', stdio: 'ignore' });
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  await listening(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function listening(port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answered = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (answered) return;
    if (Date.now() > deadline) throw new RangeError('Redis did not start within half a minute.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
