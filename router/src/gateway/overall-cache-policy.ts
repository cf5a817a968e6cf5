import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { callHint } from '../cache-hints/call-hint.js';
import type { Caller, RouterPlugin } from '../plugin.js';

interface OverallCachePolicy {
  restrict(hint: { maxAge?: number; scope?: 'PUBLIC' | 'PRIVATE' }): void;
}

/**
 * Tells Apollo Server for how long answers hold, by the headers of the subgraphs' answers, as `@apollo/gateway` does:
 * one without a lifetime is not to be kept. Operations are known by their attributes, which each has for itself.
 */
export class OverallCachePolicies {
  readonly #policies = new WeakMap<Caller['attributes'], OverallCachePolicy>();

  /** To be called before the operation runs. */
  watch({ attributes }: Caller, { overallCachePolicy }: GatewayGraphQLRequestContext): void {
    this.#policies.set(attributes, overallCachePolicy as OverallCachePolicy);
  }

  plugin<P>(): RouterPlugin<P> {
    return {
      name: 'overall-cache-policy',
      onSubgraphResponse: ({ request, result, context }) => {
        if (request.operationKind !== 'query') return;
        const { seconds = 0, isPrivate } = callHint(result?.headers, context.clientHeaders);
        const hint = { maxAge: seconds, ...(isPrivate && { scope: 'PRIVATE' as const }) };
        this.#policies.get(context.attributes)?.restrict(hint);
      },
    };
  }
}
