import { pino } from 'pino';
import { httpTransports } from '../gateway/http-transports.js';
import { createRouter } from '../router.js';
import { explorerPath } from '../server/explorer-options.js';
import { sourceAt } from '../supergraph/source.js';
import { loadConfigFile } from './config-file.js';
import type { CommandLineOptions } from './options.js';

export interface Serving {
  /** Where GraphQL is. */
  readonly url: string;
  /** Where the explorer is, if anywhere. */
  readonly explorer: string | undefined;
  /** Drains and closes. */
  stop(): Promise<void>;
}

/** Starts a router as the command line asks for it, and lets it follow its supergraph. */
export async function serve(options: CommandLineOptions): Promise<Serving> {
  const { host, port, socket, pollMs, graceMs, planner, logLevel, explorer } = options;
  const parts = options.config === undefined ? {} : await loadConfigFile(options.config);
  const page = parts.explorer || explorer;
  const pagePath = explorerPath({ explorer: page });
  const router = await createRouter({
    subgraphs: httpTransports(),
    planner,
    logger: pino({ name: 'router', level: logLevel }),
    ...parts,
    explorer: page,
    supergraph: sourceAt(options.supergraph, { pollMs }),
  });
  try {
    const { url } = await (socket === undefined
      ? router.start({ host, port })
      : router.start({ path: socket }));
    return {
      url: url + (parts.path ?? '/graphql'),
      explorer: pagePath === undefined ? undefined : `${url}${pagePath}/`,
      stop: () => router.close({ graceMs }),
    };
  } catch (error) {
    await router.close();
    throw error;
  }
}
