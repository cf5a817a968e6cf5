import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { StartupProblem } from '../config/index.js';

const CLI = fileURLToPath(new URL('../cli.js', import.meta.url));
const START_MS = 60_000;
const STOP_MS = 12_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** A process that ran this long was well: its next end is a new incident. */
const STEADY = 30_000;

/** A process of Nexus' own: one subgraph, or the worker. */
export interface OwnProcess {
  stop(): Promise<void>;
}

export interface OwnProcessOptions {
  /** What follows `nexus`. */
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Hears of ends and starts, one sentence at a time. */
  readonly say: (sentence: string) => void;
}

/**
 * Starts `nexus <args>`, resolves once it says that it is ready, and from then on starts it again when it ends
 * unasked: at once the first time, then with growing pauses. Throws StartupProblem with what it said where the
 * very first start fails.
 */
export async function startOwnProcess(options: OwnProcessOptions): Promise<OwnProcess> {
  const { args, say } = options;
  const name = args.join(' ');
  const stopping = new AbortController();
  let current: ChildProcess | undefined = await launch(options, stopping.signal);

  const watch = async (): Promise<void> => {
    let pause = FIRST_PAUSE;
    while (current) {
      const startedAt = Date.now();
      await ended(current);
      current = undefined;
      if (Date.now() - startedAt > STEADY) pause = FIRST_PAUSE;
      if (!stopping.signal.aborted) say(`"nexus ${name}" ended unexpectedly; it is started again.`);
      while (!current && !stopping.signal.aborted) {
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        if (stopping.signal.aborted) return;
        current = await launch(options, stopping.signal).catch((error: Error) => {
          if (!stopping.signal.aborted) say(error.message);
          return undefined;
        });
        if (current) say(`"nexus ${name}" runs again.`);
      }
    }
  };
  const watching = watch();

  return {
    async stop() {
      stopping.abort();
      if (current) await stopChild(current);
      await watching;
    },
  };
}

/** Its log is ours; the channel tells it when we are gone, however we went (see `untilStopped`). */
async function launch(
  { args, variables }: OwnProcessOptions,
  signal: AbortSignal,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    said = (said + chunk.toString()).slice(-10_000);
  });
  const over = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) =>
        reject(
          new StartupProblem(
            'PROCESS_FAILED',
            `"nexus ${args.join(' ')}" ${why}:\n${said.slice(-2_000)}`,
          ),
        );
      const timer = setTimeout(() => fail('did not become ready in time'), START_MS);
      over.signal.addEventListener('abort', () => clearTimeout(timer));
      signal.addEventListener('abort', () => fail('was stopped'), { signal: over.signal });
      child.once('error', ({ message }) => fail(`could not be started (${message})`));
      child.once('exit', (code) => fail(`ended with ${code}`));
      child.stdout?.on('data', () => / is ready/.test(said) && resolve());
    });
    return child;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    over.abort();
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function stopChild(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended(child);
  clearTimeout(timer);
}
