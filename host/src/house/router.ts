import type { Principal } from '@nexus/kit/domain';
import { createRouter, demandControl, type Router, type RouterConfig } from '@nexus/router';
import type { Logger } from 'pino';
import { asOf } from './as-of.js';
import { schemaRights } from './authorization.js';
import { pages, portalOperations } from './portals.js';

export interface NexusRouterOptions
  extends Pick<
    RouterConfig<Principal>,
    'authentication' | 'plugins' | 'routes' | 'ready' | 'hopSigner'
  > {
  readonly supergraph: string;
  readonly subgraphs: Exclude<RouterConfig<Principal>['subgraphs'], (...args: never[]) => unknown>;
  readonly logger: Logger;
}

/** Far beyond what people ask (a page of a hundred tasks costs about 1,100), below pages of a hundred in pages in pages (1,000,000). */
const MAX_COST = 500_000;
const LIMITS: RouterConfig['limits'] = { operationDepth: 30, rootFields: 100, aliases: 200 };

/** The router as Nexus configures it: bounded, and with the explorer and the portals beside the graph. */
export async function openRouter(options: NexusRouterOptions): Promise<Router<Principal>> {
  const persistedOperations = portalOperations();
  return createRouter<Principal>({
    ...options,
    limits: LIMITS,
    plugins: [...(options.plugins ?? []), asOf, demandControl<Principal>({ max: MAX_COST })],
    authorization: schemaRights,
    staticRoutes: pages(),
    ...(persistedOperations && { persistedOperations }),
  });
}
