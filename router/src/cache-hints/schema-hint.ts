import type { Operation } from '../execution/operation.js';
import type { CacheDirectives } from '../supergraph/cache-directives.js';
import type { CallHint } from './call-hint.js';
import { walkSelection } from './walk-selection.js';

/**
 * What a schema's `@cacheControl` says of an operation, by Apollo Server's rules
 * (https://www.apollographql.com/docs/apollo-server/performance/caching): the most restrictive of its fields, where a
 * field at the root or of an object type has 0 unless it or its type states a lifetime or inherits. Before anything is
 * executed: fields count that may be skipped, and all types that an abstract one may turn out to be.
 */
export function schemaHint(
  operation: Pick<Operation, 'selection' | 'rootType'>,
  { types }: CacheDirectives,
): CallHint {
  let seconds = Number.POSITIVE_INFINITY;
  let isPrivate = false;
  walkSelection(operation, ({ name, parent, type, isRoot }) => {
    const ofType = type.kind === 'leaf' ? undefined : types.get(type.typeName)?.hint;
    const own = types.get(parent)?.fields.get(name)?.hint;
    const inherits = type.kind === 'leaf' || ofType?.inheritMaxAge || own?.inheritMaxAge;
    const otherwise = isRoot || !inherits ? 0 : Number.POSITIVE_INFINITY;
    seconds = Math.min(seconds, own?.maxAge ?? ofType?.maxAge ?? otherwise);
    isPrivate ||= (own?.scope ?? ofType?.scope) === 'PRIVATE';
  });
  return { seconds, isPrivate };
}
