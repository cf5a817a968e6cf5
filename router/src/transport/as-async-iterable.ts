import type { SubgraphResult } from './transport.js';

/** A subscription that failed at once is a stream of that one answer. */
export function toAsyncIterable(
  source: AsyncIterable<SubgraphResult> | SubgraphResult,
): AsyncIterable<SubgraphResult> {
  return Symbol.asyncIterator in source ? source : once(source);
}

async function* once(result: SubgraphResult): AsyncGenerator<SubgraphResult> {
  yield result;
}
