import type { SubgraphResult } from '../transport/transport.js';

/** The same answer with data of its own: whoever gets an answer merges into it. */
export function copyResult(result: SubgraphResult): SubgraphResult {
  return result.data ? { ...result, data: copy(result.data) as Record<string, unknown> } : result;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  // What a scalar of a subgraph in this process made (a Date) is nobody's to merge into.
  if (prototype !== Object.prototype && prototype !== null) return value;
  // An assignment to "__proto__" would be lost.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}
