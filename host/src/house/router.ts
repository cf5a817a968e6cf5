import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Principal } from '@nexus/kit/domain';
import { createRouter, type Router, type RouterConfig } from '@nexus/router';
import type { Logger } from 'pino';
import { repositoryRoot } from './paths.js';

export interface NexusRouterOptions
  extends Pick<
    RouterConfig<Principal>,
    'authentication' | 'plugins' | 'routes' | 'ready' | 'hopSigner'
  > {
  readonly supergraph: string;
  readonly subgraphs: Exclude<RouterConfig<Principal>['subgraphs'], (...args: never[]) => unknown>;
  readonly logger: Logger;
}

/** The router as Nexus configures it: with the explorer beside the graph. */
export async function openRouter(options: NexusRouterOptions): Promise<Router<Principal>> {
  const explorer = join(repositoryRoot, 'apps/explorer/dist');
  return createRouter<Principal>({
    ...options,
    staticRoutes: existsSync(explorer) ? [{ prefix: '/explorer', root: explorer }] : [],
  });
}
