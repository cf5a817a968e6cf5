import type { RouterPlugin } from '../plugin.js';
import type { SubgraphTransport } from './transport.js';

/** A transport of a subgraph inside whatever plugins wrap around it, the first of them outermost. */
export function wrappedBy<P>(plugins: readonly RouterPlugin<P>[] = []) {
  return (subgraph: string, transport: SubgraphTransport<P>): SubgraphTransport<P> =>
    plugins.reduceRight(
      (inner, plugin) => plugin.wrapTransport?.(subgraph, inner) ?? inner,
      transport,
    );
}
