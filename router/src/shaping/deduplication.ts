import { givenUp } from '../transport/or-aborted.js';
import type { OperationContext, SubgraphRequest, SubgraphResult } from '../transport/transport.js';
import { type Ask, isRepeatable, type Surroundings } from './ask.js';
import { copyResult } from './copy-result.js';

/**
 * Who is answered the same: everything of a call's context on which the subgraph's answer may depend, as a text.
 * `undefined`: the call is shared with nobody.
 */
export type DeduplicationScope<P = unknown> = (context: OperationContext<P>) => string | undefined;

interface Waiter {
  resolve(result: SubgraphResult): void;
  reject(reason: unknown): void;
}

/** A call under way, for all who asked the same meanwhile. */
interface SharedCall {
  readonly waiters: Set<Waiter>;
  readonly abort: AbortController;
}

/**
 * Asks once for equal queries that are under way at the same time: same text, variables, headers by the rules, and
 * scope. The call goes on until the last who waits has given up.
 */
export function withDeduplication<P>(
  ask: Ask<P>,
  scopeOf: DeduplicationScope<P>,
  { observe }: Surroundings,
): Ask<P> {
  const underWay = new Map<string, SharedCall>();

  const begin = (
    key: string,
    request: SubgraphRequest,
    context: OperationContext<P>,
  ): SharedCall => {
    const call: SharedCall = { waiters: new Set(), abort: new AbortController() };
    underWay.set(key, call);
    const settle = (tell: (waiter: Waiter) => void): void => {
      if (underWay.get(key) === call) underWay.delete(key);
      for (const waiter of call.waiters) tell(waiter);
    };
    ask(request, { ...context, signal: call.abort.signal })
      .then((result) => {
        // All copies are made now: whoever gets the original changes it.
        const answers = [...call.waiters].map((_, index) => (index ? copyResult(result) : result));
        settle((waiter) => waiter.resolve(answers.pop() ?? result));
      })
      .catch((reason) => settle((waiter) => waiter.reject(reason)));
    return call;
  };

  return async (request, context) => {
    const scope = isRepeatable(request, context) ? scopeOf(context) : undefined;
    if (scope === undefined) return ask(request, context);
    const { signal } = context;
    if (signal.aborted) throw givenUp(request.subgraph);
    const key = keyOf(request, context, scope);
    const known = underWay.get(key);
    if (known) observe('deduplicated');
    const { waiters, abort } = known ?? begin(key, request, context);
    let leave: (() => void) | undefined;
    try {
      return await new Promise<SubgraphResult>((resolve, reject) => {
        const waiter = { resolve, reject };
        waiters.add(waiter);
        leave = () => {
          waiters.delete(waiter);
          reject(givenUp(request.subgraph));
          if (waiters.size > 0) return;
          // Whoever asks from now on is not to get what was given up.
          underWay.delete(key);
          abort.abort();
        };
        signal.addEventListener('abort', leave, { once: true });
      });
    } finally {
      if (leave) signal.removeEventListener('abort', leave);
    }
  };
}

/** JSON says where it ends: the query after it cannot be taken for a part of it. */
function keyOf<P>(
  { query, operationName, variables, variablesText }: SubgraphRequest,
  { hopHeaders }: OperationContext<P>,
  scope: string,
): string {
  const asked = variablesText ?? JSON.stringify(variables);
  return JSON.stringify([scope, operationName, hopHeaders ?? {}, asked]) + query;
}
