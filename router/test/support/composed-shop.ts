import { composeSubgraphs } from '../../src/compose/index.js';
import type { ServedShop } from './served-shop.js';
import { shopSubgraphs, typeDefs } from './shop-subgraphs.js';

/** The shop's supergraph with the URLs at which its subgraphs are served. */
export function composeServedShop(shop: ServedShop): string {
  const composed = composeSubgraphs(
    shopSubgraphs.map((name) => ({
      name,
      typeDefs: typeDefs[name],
      url: shop.subgraphs[name].url,
    })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

/** The same supergraph with a field more, and one that no subgraph is asked for. */
export function withoutWarehouse(supergraph: string): string {
  return supergraph.replaceAll(
    /^ {2}warehouse: .*$/gm,
    '  depot: String @join__field(graph: INVENTORY)',
  );
}
