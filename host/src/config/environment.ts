import { resolve } from 'node:path';
import {
  base64Key,
  type Field,
  mailAddress,
  oneOf,
  type Parsed,
  path,
  portNumber,
  subgraphUrls,
  url,
} from './fields.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const SEEDS = ['demo', 'none'] as const;
export const TOPOLOGIES = ['single', 'distributed'] as const;

/** Everything that the environment decides, validated. Nothing else in Nexus reads `process.env`. */
export interface Environment {
  /** PORT: where the router listens. Default 4000. */
  readonly port: number;
  /** HOST: the address it listens on. Default 127.0.0.1; a container says 0.0.0.0. */
  readonly host: string;
  /** NEXUS_DATA_DIR, absolute. Default `.nexus` in the working directory. */
  readonly dataDir: string;
  /** DATABASE_URL: a PostgreSQL of your own; without it Nexus starts one itself. */
  readonly databaseUrl?: string;
  /** REDIS_URL: jobs, live messages and cache on Redis; without it they live in PostgreSQL and memory. */
  readonly redisUrl?: string;
  /** NEXUS_SEED: whether an empty database gets the demo tenant. Default `demo`. */
  readonly seed: (typeof SEEDS)[number];
  /** NEXUS_TOPOLOGY: one process, or a process per subgraph. Default `single`. */
  readonly topology: (typeof TOPOLOGIES)[number];
  /** LOG_LEVEL. Default `info`. */
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** NEXUS_MASTER_KEY: 32 bytes; without it one is generated into the data directory. */
  readonly masterKey?: Buffer;
  /** NEXUS_SUBGRAPHS: where each subgraph's process listens, for a router on its own. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  /** NEXUS_PUBLIC_URL: where clients reach the router, for links. Default `http://localhost:<PORT>`. */
  readonly publicUrl?: string;
  /** OTEL_EXPORTER_OTLP_ENDPOINT: the collector that is sent traces of the router; without it there are none. */
  readonly otlpEndpoint?: string;
  /** NEXUS_SMTP_URL: the mail server; without it mails end in the mailbox of development. */
  readonly smtpUrl?: string;
  /** NEXUS_MAIL_FROM: the sender of all mails. Needed with NEXUS_SMTP_URL. */
  readonly mailFrom?: string;
}

export type EnvironmentResult =
  | { readonly ok: true; readonly environment: Environment }
  | { readonly ok: false; readonly problems: readonly string[] };

const FIELDS = {
  port: { variable: 'PORT', parse: portNumber, fallback: '4000' },
  host: { variable: 'HOST', parse: (value) => ({ value }), fallback: '127.0.0.1' },
  dataDir: { variable: 'NEXUS_DATA_DIR', parse: path, fallback: '.nexus' },
  databaseUrl: {
    variable: 'DATABASE_URL',
    parse: url('postgres', 'postgresql'),
    secret: true,
  },
  redisUrl: { variable: 'REDIS_URL', parse: url('redis', 'rediss'), secret: true },
  seed: { variable: 'NEXUS_SEED', parse: oneOf(...SEEDS), fallback: 'demo' },
  topology: { variable: 'NEXUS_TOPOLOGY', parse: oneOf(...TOPOLOGIES), fallback: 'single' },
  logLevel: { variable: 'LOG_LEVEL', parse: oneOf(...LOG_LEVELS), fallback: 'info' },
  masterKey: { variable: 'NEXUS_MASTER_KEY', parse: base64Key(32), secret: true },
  subgraphUrls: { variable: 'NEXUS_SUBGRAPHS', parse: subgraphUrls },
  publicUrl: { variable: 'NEXUS_PUBLIC_URL', parse: url('http', 'https') },
  otlpEndpoint: {
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    parse: url('http', 'https'),
    secret: true,
  },
  smtpUrl: { variable: 'NEXUS_SMTP_URL', parse: url('smtp', 'smtps'), secret: true },
  mailFrom: { variable: 'NEXUS_MAIL_FROM', parse: mailAddress },
} satisfies { [Name in keyof Required<Environment>]: Field<Required<Environment>[Name]> };

/** The names of all variables that Nexus reads. */
export const ENVIRONMENT_VARIABLES: readonly string[] = Object.values(FIELDS).map(
  (field) => field.variable,
);

/**
 * Reads and checks the environment. An empty variable counts as absent. Every bad value gets one
 * message of its own, so that a user corrects them all at once.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): EnvironmentResult {
  const problems: string[] = [];
  const read = <T>(field: Field<T>): T | undefined => {
    const text = env[field.variable]?.trim() || field.fallback;
    if (text === undefined) return undefined;
    const parsed: Parsed<T> = field.parse(text);
    if ('value' in parsed) return parsed.value;
    const shown = field.secret ? 'that is set' : JSON.stringify(text);
    problems.push(`${field.variable} ${shown} is not valid: ${parsed.problem}`);
    return undefined;
  };
  const values = Object.fromEntries(
    Object.entries(FIELDS).map(([name, field]) => [name, read(field as Field<unknown>)]),
  ) as Partial<Environment>;

  if (values.topology === 'distributed') {
    if (!values.databaseUrl && !env.DATABASE_URL?.trim())
      problems.push(
        'NEXUS_TOPOLOGY "distributed" needs DATABASE_URL: its processes share one PostgreSQL.',
      );
    if (!values.redisUrl && !env.REDIS_URL?.trim())
      problems.push(
        'NEXUS_TOPOLOGY "distributed" needs REDIS_URL: its processes wake each other through it.',
      );
  }
  if (env.NEXUS_SMTP_URL?.trim() && !env.NEXUS_MAIL_FROM?.trim())
    problems.push(
      'NEXUS_SMTP_URL needs NEXUS_MAIL_FROM: mail servers ask from whom a mail is, e.g. Nexus <nexus@firm.example>.',
    );
  if (problems.length > 0) return { ok: false, problems };
  const present = Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined));
  return {
    ok: true,
    environment: {
      ...(present as unknown as Environment),
      dataDir: resolve(cwd, values.dataDir ?? '.nexus'),
    },
  };
}
