import { RouterRefused } from '../router-refused.js';
import { SourceUnreadable } from '../supergraph/source.types.js';
import type { Command } from './command.js';
import { type CommandLineOptions, readOptions, USAGE } from './options.js';
import { type Serving, serve } from './serve.js';

/** After a failure nothing that was left open keeps the process. */
const LINGER_MS = 5_000;

/** Commands beside serving: each writes what it found and ends with an exit code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check-command.js')).checkCommand,
  usage: async () => (await import('./usage-command.js')).usageCommand,
};

/** The whole command: serves until SIGTERM or SIGINT, or says what is wrong and fails. */
export async function runCommandLine(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) {
    const { code, output, problem } = await (await load())(rest, environment);
    if (output !== undefined) process.stdout.write(`${output}\n`);
    if (problem !== undefined) process.stderr.write(`${problem}\n`);
    process.exitCode = code;
    return;
  }
  const read = readOptions(args, environment);
  switch (read.kind) {
    case 'help':
      process.stdout.write(`${USAGE}\n`);
      return;
    case 'problems':
      return fail(`${read.problems.join('\n')}\n\n${USAGE}`);
    case 'options':
      try {
        const serving = await serve(read.options);
        stopOnSignals(serving);
        process.stdout.write(`Router is ready at ${serving.url}\n`);
        if (serving.explorer) process.stdout.write(`Explorer is at ${serving.explorer}\n`);
      } catch (error) {
        fail(explain(error, read.options));
      }
      return;
    default:
      return read satisfies never;
  }
}

/** The first signal drains, a second one cuts off. */
function stopOnSignals(serving: Serving): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    serving.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The router did not close in order: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function explain(error: unknown, { port, host, socket }: CommandLineOptions): string {
  if (error instanceof RouterRefused) {
    const hint = error.problems.some((problem) => problem.includes('has no transport'))
      ? '\nWithout a configuration each subgraph needs an http(s) URL in the supergraph.'
      : '';
    return error.message + hint;
  }
  if (error instanceof SourceUnreadable) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (socket !== undefined && code) return `Nobody can listen at ${socket}: ${code}.`;
  if (code === 'EADDRINUSE') return `Port ${port} is taken on ${host}. Choose another: --port <n>.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user.`;
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return `There is no address ${host} here.`;
  return `The router could not start: ${error instanceof Error ? error.stack : String(error)}`;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
