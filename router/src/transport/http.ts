import { Pool } from 'undici';
import type { HttpTransportOptions } from './http.types.js';
import { readAnswer } from './http-answer.js';
import {
  type OperationContext,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphTransport,
  SubgraphUnavailable,
} from './transport.js';
import { webSocketSubscriptions } from './web-socket-subscriptions.js';

const ACCEPT = 'application/graphql-response+json, application/json;q=0.9';

/**
 * A subgraph in another process: operations over a pool of kept-alive connections, subscriptions
 * over `graphql-transport-ws`.
 *
 * @example
 * http({
 *   url: 'http://127.0.0.1:4001/graphql',
 *   headers: async ({ principal }) => ({ authorization: `Bearer ${await signer.token(principal)}` }),
 * })
 */
export function http<P = unknown>(options: HttpTransportOptions<P>): SubgraphTransport<P> {
  const { origin, pathname, search } = new URL(options.url);
  const timeout = options.timeoutMs ?? 30_000;
  const pool = new Pool(origin, {
    connections: options.connections ?? 64,
    connect: { timeout: options.connectTimeoutMs ?? 2_000 },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    keepAliveTimeout: 30_000,
  });
  const subscriptions = webSocketSubscriptions(options);
  const limit = options.maxResponseBytes ?? 32 * 1024 * 1024;

  return {
    async execute(request: SubgraphRequest, context: OperationContext<P>): Promise<SubgraphResult> {
      const { subgraph, query, operationName, variables } = request;
      const own = (await options.headers?.(context)) ?? {};
      try {
        const response = await pool.request({
          method: 'POST',
          path: pathname + search,
          headers: {
            'content-type': 'application/json',
            accept: ACCEPT,
            'x-request-id': context.requestId,
            ...own,
          },
          body: JSON.stringify({ query, variables, ...(operationName && { operationName }) }),
          signal: AbortSignal.any([context.signal, AbortSignal.timeout(timeout)]),
        });
        return await readAnswer(subgraph, response, limit);
      } catch (error) {
        if (error instanceof SubgraphUnavailable) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        throw new SubgraphUnavailable(subgraph, reason, { cause: error });
      }
    },
    subscribe: (request, context) => subscriptions.subscribe(request, context),
    async close() {
      await Promise.allSettled([pool.destroy(), subscriptions.close()]);
    },
  };
}
