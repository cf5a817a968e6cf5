import { pino } from 'pino';
import { httpTransports } from '../gateway/http-transports.js';
import { createRouter } from '../router.js';
import { sourceAt } from '../supergraph/source.js';
import { loadConfigFile } from './config-file.js';
import type { CommandLineOptions } from './options.js';

export interface Serving {
  /** Where GraphQL is. */
  readonly url: string;
  /** Drains and closes. */
  stop(): Promise<void>;
}

/** Starts a router as the command line asks for it, and lets it follow its supergraph. */
export async function serve(options: CommandLineOptions): Promise<Serving> {
  const { host, port, pollMs, planner, logLevel } = options;
  const parts = options.config === undefined ? {} : await loadConfigFile(options.config);
  const router = await createRouter({
    subgraphs: httpTransports(),
    planner,
    logger: pino({ name: 'router', level: logLevel }),
    ...parts,
    supergraph: sourceAt(options.supergraph, { pollMs }),
  });
  try {
    const { url } = await router.start({ host, port });
    return { url: url + (parts.path ?? '/graphql'), stop: () => router.close() };
  } catch (error) {
    await router.close();
    throw error;
  }
}
