import { isObject } from '../execution/json.js';
import type { Invalidation } from './invalidation.js';

/** Of one request at most. */
const INVALIDATIONS = 1_000;

/**
 * Reads what a request asks to be forgotten, as Apollo's router takes it
 * (https://www.apollographql.com/docs/graphos/routing/performance/caching/response-caching/invalidation), and
 * `{ "kind": "entity", "subgraph", "type", "key" }` beside it.
 *
 * @returns what is wrong, as a sentence, where it is no such list
 */
export function readInvalidations(body: unknown): readonly Invalidation[] | string {
  if (!Array.isArray(body) || body.length === 0 || body.length > INVALIDATIONS) {
    return `A list of 1 to ${INVALIDATIONS} invalidations is taken.`;
  }
  const read: Invalidation[] = [];
  for (const [index, each] of body.entries()) {
    const invalidation = readOne(each);
    if (!invalidation) return `Number ${index} is no invalidation.`;
    read.push(invalidation);
  }
  return read;
}

function readOne(value: unknown): Invalidation | undefined {
  if (!isObject(value)) return undefined;
  const { kind, subgraph, subgraphs, type, key, cache_tag: name } = value;
  if (subgraph !== undefined && !isText(subgraph)) return undefined;
  const one = subgraph === undefined ? {} : { subgraphs: [subgraph] };
  switch (kind) {
    case 'subgraph':
      return subgraph === undefined ? undefined : { subgraphs: [subgraph] };
    case 'type':
      return isText(type) ? { type, ...one } : undefined;
    case 'entity':
      return isText(type) && isObject(key) ? { type, key, ...one } : undefined;
    case 'cache_tag': {
      if (!isText(name)) return undefined;
      if (subgraphs === undefined) return { tag: name, ...one };
      return Array.isArray(subgraphs) && subgraphs.every(isText)
        ? { tag: name, subgraphs }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}
