import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { StartupProblem } from '../config/index.js';

const CLI = fileURLToPath(new URL('../cli.js', import.meta.url));
const START_MS = 30_000;
const STOP_MS = 12_000;

/** A process of Nexus' own: one subgraph, or the worker. */
export interface OwnProcess {
  readonly name: string;
  stop(): Promise<void>;
}

/** A port that is free at this moment on the loopback. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts `nexus <args>` and resolves once it says that it is ready. Throws StartupProblem with what it said instead. */
export async function startProcess(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<OwnProcess> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const name = args.join(' ');
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) =>
        reject(
          new StartupProblem('PROCESS_FAILED', `"nexus ${name}" ${why}:\n${said.slice(-2_000)}`),
        );
      timer = setTimeout(() => fail('did not become ready in time'), START_MS);
      child.once('exit', (code) => fail(`ended with ${code}`));
      child.stdout.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-10_000);
        if (/ is ready/.test(said)) resolve();
      });
    });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return { name, stop: () => stopProcess(child) };
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
