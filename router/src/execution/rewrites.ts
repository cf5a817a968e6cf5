import type { PathSegment, Rewrite } from '../planner/plan.js';
import { satisfies } from './entities.js';
import type { JsonObject } from './json.js';

/** Applies a plan's corrections to `value` in place. */
export function applyRewrites(value: unknown, rewrites: readonly Rewrite[]): void {
  for (const rewrite of rewrites) apply(value, rewrite, 0);
}

function apply(value: unknown, rewrite: Rewrite, depth: number): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) apply(item, rewrite, depth);
    return;
  }
  const object = value as JsonObject;
  const segment: PathSegment | undefined = rewrite.path[depth];
  switch (segment?.kind) {
    case 'type':
      if (satisfies(object, segment.names)) apply(object, rewrite, depth + 1);
      break;
    case 'items':
      apply(object, rewrite, depth + 1);
      break;
    case 'field':
      if (depth === rewrite.path.length - 1) finish(object, segment.key, rewrite);
      else apply(object[segment.key], rewrite, depth + 1);
      break;
    case undefined:
      break;
    default:
      segment satisfies never;
  }
}

function finish(object: JsonObject, key: string, rewrite: Rewrite): void {
  switch (rewrite.kind) {
    case 'setValue':
      object[key] = rewrite.value;
      break;
    case 'renameKey':
      if (object[key] === undefined) break;
      object[rewrite.to] = object[key];
      delete object[key];
      break;
    default:
      rewrite satisfies never;
  }
}
