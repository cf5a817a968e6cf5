import { http } from '../transport/http.js';
import type { HopHeaders } from '../transport/http.types.js';
import { isSubgraphUrl } from '../transport/subgraph-address.js';
import type { OperationContext, SubgraphTransport } from '../transport/transport.js';

/** Headers of a call to the subgraph of that name. */
export type TransportHeaders<P> = (
  context: OperationContext<P>,
  subgraph: string,
) => HopHeaders | Promise<HopHeaders>;

/**
 * Each subgraph at the URL that the supergraph states: queries and mutations over HTTP,
 * subscriptions over WebSocket.
 */
export function httpTransports<P>(
  headers?: TransportHeaders<P>,
): (name: string, url: string) => SubgraphTransport<P> | undefined {
  return (name, url) => {
    if (!isSubgraphUrl(url)) return undefined;
    return http<P>({ url, ...(headers && { headers: (context) => headers(context, name) }) });
  };
}
