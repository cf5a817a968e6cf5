import { createConnection } from 'node:net';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { HopHeaders } from './http.types.js';
import { DEFAULT_CONNECT_TIMEOUT_MS } from './http-requests.js';
import { addressOf, type SubgraphAddress } from './subgraph-address.js';
import type {
  HttpSubgraph,
  SubgraphSubscriptions,
  SubscriptionProtocol,
} from './subscription-protocol.js';
import { type SubgraphResult, SubgraphUnavailable } from './transport.js';

/** Subscriptions over `graphql-transport-ws`. */
export const webSocketSubscriptions: SubscriptionProtocol = { connect };

function connect<P>({ address, options, requests }: HttpSubgraph<P>): SubgraphSubscriptions<P> {
  const { webSocketUrl } = options;
  const { url, webSocketImpl } = socketTo(
    webSocketUrl === undefined ? address : addressOf(webSocketUrl),
    webSocketUrl ?? options.url,
  );
  const open = new Set<Client>();
  const openClient = (connectionParams?: HopHeaders): Client => {
    const client = createClient({
      url,
      webSocketImpl,
      lazy: true,
      // Without it a subgraph that accepts and says nothing would be waited for for ever.
      connectionAckWaitTimeout: options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS,
      // A stream that broke ends with an error, and the client resumes it with its own `after`.
      retryAttempts: 0,
      ...(connectionParams && { connectionParams }),
    });
    open.add(client);
    return client;
  };
  let shared: Client | undefined;

  return {
    async subscribe(request, context) {
      const headers = (await requests.headersFor(context)) ?? {};
      const { query, operationName, variables } = request;
      const payload = { query, variables, ...(operationName && { operationName }) };
      if (options.webSocketCredentials === 'operation') {
        shared ??= openClient();
        const extensions = { headers };
        return follow(request.subgraph, shared, { ...payload, extensions }, context.signal);
      }
      const client = openClient(headers);
      const release = (): void => {
        open.delete(client);
        void client.dispose();
      };
      return follow(request.subgraph, client, payload, context.signal, release);
    },
    async close() {
      await Promise.allSettled([...open].map(async (client) => client.dispose()));
      open.clear();
    },
  };
}

/** How graphql-ws gets there; ws itself knows unix sockets by a URL in which not every path can be written. */
function socketTo({ path, socketPath }: SubgraphAddress, url: string) {
  if (socketPath === undefined)
    return { url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket };
  const open = () => createConnection(socketPath);
  return {
    url: `ws://localhost${path}`,
    webSocketImpl: class extends WebSocket {
      constructor(target: string, protocols?: string | string[]) {
        super(target, protocols, { createConnection: open });
      }
    },
  };
}

async function* follow(
  subgraph: string,
  client: Client,
  payload: Parameters<Client['iterate']>[0],
  signal: AbortSignal,
  release?: () => void,
): AsyncGenerator<SubgraphResult, undefined> {
  const results = client.iterate<Record<string, unknown>>(payload);
  const stop = (): void => void results.return?.();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const result of results) yield result as SubgraphResult;
  } catch (error) {
    const errors = asErrors(error);
    if (errors) yield { errors } as SubgraphResult;
    else throw new SubgraphUnavailable(subgraph, describe(error), { cause: error });
  } finally {
    signal.removeEventListener('abort', stop);
    release?.();
  }
  return undefined;
}

/** graphql-ws throws the errors of an `error` message as a list, and everything else as it is. */
function asErrors(error: unknown): readonly unknown[] | undefined {
  return Array.isArray(error) ? error : undefined;
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  const { code, reason } = (error ?? {}) as { code?: number; reason?: string };
  return code === undefined ? 'the subscription failed' : `closed with ${code} ${reason ?? ''}`;
}
