import type { SubscriptionProtocol } from './subscription-protocol.js';
import type { OperationContext } from './transport.js';

/** How a subgraph is reached over the network. */
export interface HttpTransportOptions<P> {
  /** Where queries and mutations are posted: `http(s)://…`, or over a unix socket `unix:/run/shop.sock:/graphql`. */
  url: string;
  /** A unix socket to be connected to, whatever host `url` names. */
  socketPath?: string;
  /**
   * How events come: `serverSentEvents()`, `callback(…)`; default: over WebSocket, by `webSocketUrl` and `webSocketCredentials`.
   */
  subscriptions?: SubscriptionProtocol;
  /** Where subscriptions are opened (`graphql-transport-ws`); default: `url` with `ws(s):`, or its unix socket. */
  webSocketUrl?: string;
  /**
   * Headers of each hop, for example a bearer from {@link HopSigner}. Over WebSocket they travel
   * as `connectionParams`, or per operation (see `webSocketCredentials`).
   */
  headers?(context: OperationContext<P>): HopHeaders | Promise<HopHeaders>;
  /**
   * `connection` (default, understood by every server): one socket per subscription, the headers
   * are its `connectionParams`. `operation`: all subscriptions share one socket, the headers stand
   * in each subscribe message as `extensions.headers`; the subgraph must read them there.
   */
  webSocketCredentials?: 'connection' | 'operation';
  /** Milliseconds for a whole answer; default 30,000. */
  timeoutMs?: number;
  /** Milliseconds to open a connection; default 2,000. */
  connectTimeoutMs?: number;
  /** Bytes of an answer at most; default 32 MiB. */
  maxResponseBytes?: number;
  /** Sockets kept open at most; default 64. */
  connections?: number;
}

export type HopHeaders = Readonly<Record<string, string>>;
