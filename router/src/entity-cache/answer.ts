import type { GraphQLError } from 'graphql';
import { callFailed } from '../execution/subgraph-errors.js';
import type { SubgraphResult } from '../transport/transport.js';
import { type CacheHint, overallCacheControl } from './cache-hint.js';
import type { KeptPart } from './kept-text.js';
import type { Part } from './part.js';
import { answeredParts, replacedError } from './reduced-request.js';

/** A part that is known, from the store or from a call that others made. */
export interface KnownPart extends KeptPart {
  readonly part: Part;
}

/** What the subgraph said when it was asked for some parts. */
export interface Outcome {
  readonly asked: readonly Part[];
  /** The answer, or why there is none. */
  readonly result: SubgraphResult | { readonly failure: unknown };
  /** In the order of what was asked for; `undefined`: it is not to be kept. */
  readonly hints: readonly (CacheHint | undefined)[];
}

/**
 * One answer of what is known and what was asked for, in the order of the request.
 * @throws what the call threw, where nothing is known
 */
export function answerOf(
  subgraph: string,
  known: readonly KnownPart[],
  outcomes: readonly Outcome[],
): SubgraphResult {
  const [only] = outcomes;
  if (only && known.length === 0 && outcomes.length === 1) {
    if ('failure' in only.result) throw only.result.failure;
    return only.result;
  }
  const hints = [...known.map(({ hint }) => hint), ...outcomes.flatMap((each) => each.hints)];
  const errors = outcomes.flatMap((outcome) => errorsOf(subgraph, outcome));
  const extensions = outcomes.flatMap(({ result }) =>
    'failure' in result || !result.extensions ? [] : [result.extensions],
  );
  return {
    data: dataOf(known, outcomes),
    ...(errors.length > 0 && { errors }),
    ...(extensions.length > 0 && { extensions: Object.assign({}, ...extensions) }),
    headers: { 'cache-control': overallCacheControl(hints) },
  };
}

/** Whatever an answer does not hold is left out; the executor misses it. */
function dataOf(
  known: readonly KnownPart[],
  outcomes: readonly Outcome[],
): Record<string, unknown> {
  const values: unknown[] = JSON.parse(`[${known.map(({ text }) => text).join(',')}]`);
  // The root is one part, and whole.
  if (known[0] && !known[0].part.place) return values[0] as Record<string, unknown>;
  const data: Record<string, unknown> = {};
  const put = ({ place }: Part, value: unknown): void => {
    if (!place) return;
    const { responseKey } = place.list;
    data[responseKey] ??= [];
    (data[responseKey] as unknown[])[place.index] = value;
  };
  for (const [index, { part }] of known.entries()) put(part, values[index]);
  for (const { asked, result } of outcomes) {
    const answered = 'failure' in result ? [] : answeredParts(result.data, asked);
    for (const [index, part] of asked.entries()) put(part, answered[index]);
  }
  return data;
}

function errorsOf(subgraph: string, { asked, result }: Outcome): GraphQLError[] {
  if (!('failure' in result)) {
    return (result.errors ?? []).map((error) => replacedError(error, asked) as GraphQLError);
  }
  const paths = asked.flatMap(({ place }) =>
    place ? [[place.list.responseKey, place.index]] : [],
  );
  return callFailed(subgraph, result.failure, paths);
}
