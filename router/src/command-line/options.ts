import { parseArgs } from 'node:util';
import { type PlannerChoice, readPlannerChoice } from '../planner/planner-choice.js';
import { messageOf } from '../support/message-of.js';

export const USAGE = `nexus-router --supergraph <file | url> [options]
nexus-router check --help    may another supergraph be taken into use?
nexus-router usage --help    who uses which field

  --supergraph <file | url>  the supergraph; followed for changes (SUPERGRAPH_PATH)
  --port <n>                 where to listen, 0 for any free port; default 4000 (PORT)
  --socket <path>            listen on a unix socket instead (SOCKET_PATH)
  --host <address>           default 127.0.0.1; 0.0.0.0 for all interfaces (HOST)
  --config <file>            a .js, .mjs or .ts file that exports parts of RouterConfig
  --poll <seconds>           between two looks at a URL; default 10
  --explorer                 serve the explorer, at /explorer unless the configuration says where
  --grace <seconds>          to go on serving after SIGTERM while /ready says no; default 0
  --help

NEXUS_ROUTER_PLANNER says who plans (auto, native, apollo), LOG_LEVEL what is logged (default info).`;

export interface CommandLineOptions {
  readonly supergraph: string;
  readonly port: number;
  readonly host: string;
  /** Of a unix socket, instead of port and host. */
  readonly socket: string | undefined;
  readonly config: string | undefined;
  readonly pollMs: number;
  readonly explorer: boolean;
  readonly graceMs: number;
  readonly planner: PlannerChoice;
  readonly logLevel: string;
}

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: CommandLineOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads arguments and, where they are silent, the environment; names everything that is wrong. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ReadOptions {
  const parsed = parse(args);
  if ('problem' in parsed) return { kind: 'problems', problems: [parsed.problem] };
  const { values } = parsed;
  if (values.help) return { kind: 'help' };

  const problems: string[] = [];
  const number = (name: string, text: string, least: number, most: number): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    problems.push(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`);
    return least;
  };
  const supergraph = values.supergraph ?? environment.SUPERGRAPH_PATH ?? '';
  if (supergraph === '') problems.push('Say where the supergraph is: --supergraph <file | url>.');
  const port = values.port ?? (environment.PORT || '4000');
  const poll = number('--poll', values.poll ?? '10', 1, 86_400);
  const grace = number('--grace', values.grace ?? '0', 0, 3_600);
  const logLevel = environment.LOG_LEVEL || 'info';
  if (!LOG_LEVELS.includes(logLevel)) {
    problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}; it is "${logLevel}".`);
  }
  const isPortGiven = (values.port ?? values.host) !== undefined;
  if (values.socket !== undefined && isPortGiven) {
    problems.push('Listen on a port (--port, --host) or on a unix socket (--socket), not both.');
  }
  if (values.socket === '') problems.push('--socket is the path of a unix socket.');
  const options: CommandLineOptions = {
    supergraph,
    port: number(values.port === undefined ? 'PORT' : '--port', port, 0, 65_535),
    host: values.host ?? (environment.HOST || '127.0.0.1'),
    socket: values.socket ?? (isPortGiven ? undefined : environment.SOCKET_PATH || undefined),
    config: values.config,
    pollMs: poll * 1_000,
    explorer: values.explorer ?? false,
    graceMs: grace * 1_000,
    planner: plannerFrom(environment.NEXUS_ROUTER_PLANNER, problems),
    logLevel,
  };
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'options', options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        socket: { type: 'string' },
        config: { type: 'string' },
        poll: { type: 'string' },
        explorer: { type: 'boolean' },
        grace: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function plannerFrom(word: string | undefined, problems: string[]): PlannerChoice {
  try {
    return readPlannerChoice(undefined, word);
  } catch (error) {
    problems.push(`NEXUS_ROUTER_PLANNER: ${(error as Error).message}`);
    return 'auto';
  }
}
