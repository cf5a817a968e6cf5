import type { PathSegment } from '../planner/plan.js';
import type { JsonObject } from './json.js';

export type ResponsePath = readonly (string | number)[];

/** Calls `found` for each object at `path`; nulls and what is missing are passed over. */
export function forEachEntity(
  root: unknown,
  path: readonly PathSegment[],
  found: (entity: JsonObject) => void,
): void {
  walk(root, path, 0, found);
}

function walk(
  value: unknown,
  path: readonly PathSegment[],
  depth: number,
  found: (entity: JsonObject) => void,
): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    // Lists of lists: a single `@` (or none before a type condition) may stand for several levels.
    const next = path[depth]?.kind === 'items' ? depth + 1 : depth;
    for (const item of value) walk(item, path, next, found);
    return;
  }
  const segment = path[depth];
  const object = value as JsonObject;
  if (segment === undefined) found(object);
  else if (segment.kind === 'field') walk(object[segment.key], path, depth + 1, found);
  else if (segment.kind === 'type' && satisfies(object, segment.names)) {
    walk(object, path, depth + 1, found);
  }
}

/** The response path of each object at `path`, in the order of {@link forEachEntity}. */
export function entityPaths(root: unknown, path: readonly PathSegment[]): ResponsePath[] {
  const paths: ResponsePath[] = [];
  const visit = (value: unknown, depth: number, at: ResponsePath): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      const next = path[depth]?.kind === 'items' ? depth + 1 : depth;
      value.forEach((item, index) => {
        visit(item, next, [...at, index]);
      });
      return;
    }
    const segment = path[depth];
    if (segment === undefined) paths.push(at);
    else if (segment.kind === 'field') {
      visit((value as JsonObject)[segment.key], depth + 1, [...at, segment.key]);
    } else if (segment.kind === 'type' && satisfies(value as JsonObject, segment.names)) {
      visit(value, depth + 1, at);
    }
  };
  visit(root, 0, []);
  return paths;
}

/** An object whose type the answer does not tell is taken to satisfy: the plan asked for it. */
export function satisfies(value: JsonObject, names: ReadonlySet<string>): boolean {
  const typename = value.__typename;
  return typeof typename !== 'string' || names.has(typename);
}
