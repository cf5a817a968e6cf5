import type { Ready } from '../engine/prepared.js';
import type { Operation } from '../execution/operation.js';
import type { Run } from '../execution/run.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { CachePolicy } from './cache-policy.js';
import { type CallHint, callHint } from './call-hint.js';
import { schemaHint } from './schema-hint.js';

const NOT_KEPT: CallHint = { seconds: 0, isPrivate: true };

/**
 * For how long and for whom the answer of an execution holds: the most restrictive of what the subgraphs' answers say
 * that took part, and of the schema where one of them says nothing. `undefined`: it is not to be kept, because it is
 * no query, has errors or the schema in it, or somebody said nothing.
 *
 * @param isHeard may a plugin make something for its client (a cookie) of what subgraphs say beside their data?
 */
export function answerPolicy(
  { operation, graph, caller, isForCaller }: Ready,
  { errors, answerHeaders, subgraphExtensions }: Run,
  isHeard: boolean,
): CachePolicy | undefined {
  if (operation.kind !== 'query' || operation.introspection) return undefined;
  if (errors.length > 0 || answerHeaders.length === 0) return undefined;
  let seconds = Number.POSITIVE_INFINITY;
  let isPrivate =
    isForCaller || caller.principal !== null || (isHeard && subgraphExtensions.length > 0);
  for (const headers of answerHeaders) {
    const stated = callHint(headers, caller.clientHeaders);
    const hint = stated.seconds === undefined ? hintBySchema(operation, graph.supergraph) : stated;
    seconds = Math.min(seconds, hint.seconds ?? 0);
    isPrivate ||= stated.isPrivate || hint.isPrivate;
  }
  return seconds > 0 && Number.isFinite(seconds) ? { seconds, isPrivate } : undefined;
}

const schemaHints = new WeakMap<Operation, CallHint>();

/** An operation is of one supergraph. */
function hintBySchema(operation: Operation, { cacheDirectives }: Supergraph): CallHint {
  const known = schemaHints.get(operation);
  if (known) return known;
  const hint = cacheDirectives.hasHints ? schemaHint(operation, cacheDirectives) : NOT_KEPT;
  schemaHints.set(operation, hint);
  return hint;
}
