import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/house/free-port.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** The same in all tests, so that databases can be cloned and read by the next process. */
export const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
const START_MS = 60_000;

export type Variables = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A `nexus …` of its own, as somebody in a terminal would have started it. */
export interface NexusCommand {
  readonly child: ChildProcess;
  /** All that it has said so far, on both channels. */
  readonly said: () => string;
  readonly ended: Promise<Ended>;
}

/** Nothing of the tests' own surroundings leaks into it. */
function environmentOf(variables: Variables): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TZ: process.env.TZ,
    LOG_LEVEL: 'warn',
    NEXUS_SEED: 'none',
    NEXUS_MASTER_KEY: MASTER_KEY,
    ...variables,
  };
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a program of Node in a process of its own. */
export function runNode(args: readonly string[], variables: Variables): NexusCommand {
  const child = spawn(process.execPath, args, {
    env: environmentOf(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-200_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
  return { child, said: () => said, ended };
}

export function runNexus(args: readonly string[], variables: Variables): NexusCommand {
  return runNode([CLI, ...args], variables);
}

export interface RunningNexus extends NexusCommand {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly graph: string;
  readonly port: number;
  /** SIGTERM, and how it ended. */
  stop(): Promise<Ended>;
}

/** `nexus up`, ready to be asked. Fails with what it said instead. */
export async function startUp(variables: Variables, patience = START_MS): Promise<RunningNexus> {
  const port = Number(variables.PORT ?? (await freePort()));
  const command = runNexus(['up'], { ...variables, PORT: String(port) });
  const deadline = Date.now() + patience;
  while (!command.said().includes('Nexus is ready')) {
    if (command.child.exitCode !== null || Date.now() > deadline) {
      command.child.kill('SIGKILL');
      throw new RangeError(`nexus up did not become ready:\n${command.said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const url = `http://127.0.0.1:${port}`;
  return {
    ...command,
    url,
    graph: `${url}/graphql`,
    port,
    stop: () => {
      command.child.kill('SIGTERM');
      return command.ended;
    },
  };
}
