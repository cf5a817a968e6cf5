import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { hopHeaders } from './hop-headers.js';
import type { HopHeaders, HttpTransportOptions } from './http.types.js';
import {
  type OperationContext,
  type SubgraphRequest,
  type SubgraphResult,
  SubgraphUnavailable,
} from './transport.js';

export interface WebSocketSubscriptions<P> {
  subscribe(
    request: SubgraphRequest,
    context: OperationContext<P>,
  ): Promise<AsyncIterable<SubgraphResult>>;
  close(): Promise<void>;
}

/** Subscriptions of one subgraph over `graphql-transport-ws`. */
export function webSocketSubscriptions<P>(
  options: HttpTransportOptions<P>,
): WebSocketSubscriptions<P> {
  const url = options.webSocketUrl ?? options.url.replace(/^http/, 'ws');
  const open = new Set<Client>();
  const connect = (connectionParams?: HopHeaders): Client => {
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      lazy: true,
      // Without it a subgraph that accepts and says nothing would be waited for for ever.
      connectionAckWaitTimeout: options.connectTimeoutMs ?? 2_000,
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
      const headers = hopHeaders(context, await options.headers?.(context)) ?? {};
      const { query, operationName, variables } = request;
      const payload = { query, variables, ...(operationName && { operationName }) };
      if (options.webSocketCredentials === 'operation') {
        shared ??= connect();
        const extensions = { headers };
        return follow(request.subgraph, shared, { ...payload, extensions }, context.signal);
      }
      const client = connect(headers);
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
