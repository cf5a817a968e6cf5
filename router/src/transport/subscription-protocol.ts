import type { HttpTransportOptions } from './http.types.js';
import type { HttpRequests } from './http-requests.js';
import type { SubgraphAddress } from './subgraph-address.js';
import type { SubgraphTransport } from './transport.js';

/** The subgraph whose events are wanted, and the way to it. */
export interface HttpSubgraph<P> {
  readonly address: SubgraphAddress;
  readonly options: HttpTransportOptions<P>;
  readonly requests: HttpRequests<P>;
}

/** By which protocol a subgraph in another process tells its events. One object may serve many subgraphs. */
export interface SubscriptionProtocol {
  connect<P>(subgraph: HttpSubgraph<P>): SubgraphSubscriptions<P>;
}

export type SubgraphSubscriptions<P> = Pick<SubgraphTransport<P>, 'subscribe' | 'close'>;
