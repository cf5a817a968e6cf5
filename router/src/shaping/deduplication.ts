import type { DeduplicationScope } from '../in-flight/deduplication-scope.js';
import { GivenUp, SharedWork } from '../in-flight/shared-work.js';
import { givenUp } from '../transport/or-aborted.js';
import type { OperationContext, SubgraphRequest, SubgraphResult } from '../transport/transport.js';
import { type Ask, isRepeatable, type Surroundings } from './ask.js';
import { copyResult } from './copy-result.js';

/**
 * Asks once for equal queries that are under way at the same time: same text, variables, headers by the rules, and
 * scope. The call goes on until the last who waits has given up.
 */
export function withDeduplication<P>(
  ask: Ask<P>,
  scopeOf: DeduplicationScope<P>,
  { observe }: Surroundings,
): Ask<P> {
  const underWay = new SharedWork<SubgraphResult>({
    // All copies are made now: whoever gets the original changes it.
    divide: (result, count) =>
      Array.from({ length: count }, (_, index) => (index ? copyResult(result) : result)),
  });

  return async (request, context) => {
    const scope = isRepeatable(request, context) ? scopeOf(context) : undefined;
    if (scope === undefined) return ask(request, context);
    let began = false;
    const answer = underWay.do(keyOf(request, context, scope), context.signal, (signal) => {
      began = true;
      return ask(request, { ...context, signal });
    });
    if (!began && !context.signal.aborted) observe('deduplicated');
    try {
      return await answer;
    } catch (error) {
      throw error instanceof GivenUp ? givenUp(request.subgraph) : error;
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
