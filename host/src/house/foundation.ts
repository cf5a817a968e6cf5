import { mkdir } from 'node:fs/promises';
import { APP_ROLE, migrate } from '@nexus/kit/events';
import { migrateQueues } from '@nexus/kit/jobs';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { type Environment, loadMasterKey } from '../config/index.js';
import {
  type DatabaseUrls,
  provisionDatabase,
  type RunningPostgres,
  runningPostgresUrl,
  startPostgres,
} from '../postgres/index.js';
import { subgraphs } from '../subgraphs.js';

/** What every command stands on: keys, a running PostgreSQL, a logger. */
export interface Foundation {
  readonly environment: Environment;
  readonly masterKey: Buffer;
  readonly urls: DatabaseUrls;
  readonly logger: Logger;
  /** The database as ours, where we started it. */
  readonly postgres: RunningPostgres | undefined;
  close(): Promise<void>;
}

export interface FoundationOptions {
  /** Work on the database of a Nexus that runs on the data directory, where one does. */
  readonly beside?: boolean;
  readonly environment: Environment;
  /** Hears what happens, one sentence at a time. */
  readonly say: (sentence: string) => void;
}

/** Log lines name things by id; what could hold a secret is cut before it is written. */
export function createLogger(
  { logLevel }: Pick<Environment, 'logLevel'>,
  to?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level: logLevel,
    redact: [
      '*.password',
      '*.token',
      '*.authorization',
      '*.headers',
      '*.connectionString',
      'err.parameters',
      'err.query',
      // PostgreSQL quotes rows in these.
      'err.detail',
      'err.where',
      'err.driverError',
      // A pool tells of the whole connection that broke.
      'err.client',
    ],
  };
  return to ? pino(options, to) : pino(options);
}

/** Starts PostgreSQL unless one is given, makes database and roles. Throws StartupProblem. */
export async function layFoundation({
  environment,
  say,
  beside = false,
}: FoundationOptions): Promise<Foundation> {
  const { dataDir, databaseUrl } = environment;
  await mkdir(dataDir, { recursive: true });
  const logger = createLogger(environment);
  let postgres: RunningPostgres | undefined;
  const close = async () => {
    await postgres?.stop();
  };
  try {
    const masterKey = await loadMasterKey(environment);
    const running = databaseUrl ?? (beside ? await runningPostgresUrl(dataDir) : undefined);
    if (!running) {
      say('Starting PostgreSQL …');
      postgres = await startPostgres({ dataDir, log: (message) => logger.debug(message) });
    }
    const urls = await provisionDatabase(running ?? postgres?.adminUrl ?? '', { masterKey });
    return { environment, masterKey, urls, logger, postgres, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Brings the database to the present schema. Returns how many migrations ran now. */
export async function migrateAll(urls: DatabaseUrls): Promise<number> {
  const schemas = subgraphs.map(({ name, migrations }) => ({ schema: name, migrations }));
  const applied = await migrate(urls.owner, schemas);
  await migrateQueues(urls.owner, APP_ROLE);
  return applied.length;
}
