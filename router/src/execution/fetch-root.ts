import type { BatchFetchNode, FetchNode, SubgraphCall } from '../planner/plan.js';
import type { SubgraphResult } from '../transport/transport.js';
import { isObject, type JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import { applyRewrites } from './rewrites.js';
import type { Run } from './run.js';
import { callFailed, relocate } from './subgraph-errors.js';

/** A fetch whose fields stand at the root of the answer. */
export async function fetchRoot(node: FetchNode, run: Run): Promise<void> {
  const result = await tryCall(node, usedVariables(node, run), run);
  if ('failure' in result) {
    run.errors.push(...callFailed(node.subgraph, result.failure, rootPaths(node)));
    return;
  }
  absorbRoot(node, result.answer, run);
}

/** Merges a subgraph's answer at the root: a fetch's, or one event's of a subscription. */
export function absorbRoot(node: FetchNode, answer: SubgraphResult, run: Run): void {
  for (const error of answer.errors ?? []) {
    const place = error.path ?? (node.rootKeys.length === 1 ? node.rootKeys : undefined);
    run.errors.push(relocate(error, place, node.subgraph));
  }
  if (isObject(answer.data)) {
    applyRewrites(answer.data, node.outputRewrites);
    if (node.vagueNames) keepNames(run.data, answer.data, node.vagueNames);
    mergeInto(run.data, answer.data);
  } else if (!answer.errors?.length) {
    run.errors.push(...callFailed(node.subgraph, 'an answer without data', rootPaths(node)));
  }
}

/** Takes from `incoming` the names that are vaguer than those that `present` has. */
function keepNames(present: unknown, incoming: unknown, vague: ReadonlySet<string>): void {
  if (Array.isArray(present) && Array.isArray(incoming)) {
    for (const [index, item] of present.entries()) keepNames(item, incoming[index], vague);
    return;
  }
  if (!isObject(present) || !isObject(incoming)) return;
  const { __typename: known } = present;
  const { __typename: told } = incoming;
  if (known !== undefined && known !== told && vague.has(told as string)) {
    delete incoming.__typename;
  }
  for (const key in incoming) keepNames(present[key], incoming[key], vague);
}

/** A call's answer, or why there is none. */
export async function tryCall(
  call: FetchNode | BatchFetchNode,
  variables: JsonObject,
  run: Run,
  variablesText?: string,
): Promise<{ answer: SubgraphResult } | { failure: unknown }> {
  try {
    const answer = await run.call(call, variables, run.context, variablesText);
    if (!isObject(answer)) return { failure: 'an answer that is no object' };
    const { extensions, headers }: SubgraphResult = answer;
    run.answerHeaders.push(headers);
    if (isObject(extensions)) {
      run.subgraphExtensions.push({ subgraph: call.subgraph, extensions });
    }
    return { answer };
  } catch (failure) {
    return { failure };
  }
}

/** The client's variables that a call uses; one that was not given stays out. */
export function usedVariables(call: SubgraphCall, run: Pick<Run, 'variables'>): JsonObject {
  const used: JsonObject = {};
  for (const name of call.variableUsages) {
    if (run.variables[name] !== undefined) used[name] = run.variables[name];
  }
  return used;
}

function rootPaths(node: FetchNode): string[][] {
  return node.rootKeys.map((key) => [key]);
}
