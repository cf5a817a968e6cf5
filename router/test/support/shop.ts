import { pino } from 'pino';
import { composeSubgraphs } from '../../src/compose/index.js';
import {
  createRouter,
  inProcess,
  type Router,
  type RouterConfig,
  type SubgraphTransport,
} from '../../src/index.js';
import { type ShopSubgraph, shopSchema, shopSubgraphs, typeDefs } from './shop-subgraphs.js';

export function composeShop(): { supergraphSdl: string; apiSdl: string } {
  const composed = composeSubgraphs(
    shopSubgraphs.map((name) => ({ name, typeDefs: typeDefs[name] })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed;
}

/** The shop's subgraphs in this process; the principal is their context. */
export function shopTransports(): Record<ShopSubgraph, SubgraphTransport<string>> {
  return Object.fromEntries(
    shopSubgraphs.map((name) => [name, inProcess({ schema: shopSchema(name) })]),
  ) as Record<ShopSubgraph, SubgraphTransport<string>>;
}

export const silent = pino({ level: 'silent' });

export function shopRouter(
  config: Partial<Omit<RouterConfig<string>, 'subgraphs'>> & {
    subgraphs?: Partial<Record<ShopSubgraph, SubgraphTransport<string>>>;
  } = {},
): Promise<Router<string>> {
  return createRouter<string>({
    supergraph: composeShop().supergraphSdl,
    logger: silent,
    // Everybody may see everything, unless a test is about that.
    authorization: { isAuthenticated: () => true, scopes: () => ({ has: () => true }) },
    ...config,
    subgraphs: { ...shopTransports(), ...config.subgraphs },
  });
}
