import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Built before the tests run. */
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const READY = /Router is ready at (\S+)\n/;
const START_MS = 30_000;

export interface RouterCommand {
  readonly child: ChildProcess;
  /** All that it has said so far, on both channels. */
  readonly said: () => string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

const running = new Set<RouterCommand>();
process.on('exit', () => {
  for (const { child } of running) child.kill('SIGKILL');
});

/** Starts the command in a process of its own, with nothing of the tests' environment. */
export function runRouter(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): RouterCommand {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'warn', ...variables };
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [CLI, ...args], { env, stdio: [...stdio] });
  let said = '';
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-200_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(command);
      resolve(code);
    });
  });
  const command: RouterCommand = { child, said: () => said, ended };
  running.add(command);
  return command;
}

/** The same, once it serves. */
export async function startRouter(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<RouterCommand & { readonly url: string }> {
  const command = runRouter(args, variables);
  const ready = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new TypeError(`Not ready:\n${command.said()}`)),
      START_MS,
    );
    const look = () => {
      const url = READY.exec(command.said())?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    command.child.stdout?.on('data', look);
    void command.ended.then((code) => {
      clearTimeout(timer);
      reject(new TypeError(`Ended with ${code}:\n${command.said()}`));
    });
  });
  return { ...command, url: await ready };
}

/** Ends what a test left running. */
export async function endAll(): Promise<void> {
  for (const { child, ended } of [...running]) {
    child.kill('SIGKILL');
    await ended;
  }
}
