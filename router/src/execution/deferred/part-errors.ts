import type { GraphQLError } from 'graphql';
import type { ResponsePath } from '../entities.js';
import { isObject, type JsonObject } from '../json.js';
import { compositeOf, type ErrorPlace, placeError, runtimeType } from '../place-errors.js';
import type { Selection } from '../selection.js';
import { startsWith, type WaitingFragment } from './deferred-fragments.js';

/** Errors that may concern a part: of its own fetches, and of those around it, which were told there already. */
export interface KnownErrors {
  readonly own: readonly GraphQLError[];
  readonly outer: readonly GraphQLError[];
}

/** Which of the known errors stand at or below each of `fragments`; one of its own that stands above concerns all. */
export function errorsByFragment(
  fragments: readonly WaitingFragment[],
  { own, outer }: KnownErrors,
): GraphQLError[][] {
  const lists = fragments.map((): GraphQLError[] => []);
  if (own.length + outer.length === 0) return lists;
  const byPath = new Map(fragments.map(({ path }, index) => [JSON.stringify(path), index]));
  const holder = (path: ResponsePath): number | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const index = byPath.get(JSON.stringify(path.slice(0, length)));
      if (index !== undefined) return index;
    }
    return undefined;
  };
  for (const error of [...outer, ...own]) {
    const index = error.path && holder(error.path);
    if (index !== undefined) lists[index]?.push(error);
  }
  for (const error of own) {
    const { path = [] } = error;
    if (holder(path) !== undefined) continue;
    for (const [index, fragment] of fragments.entries()) {
      if (startsWith(fragment.path, path)) lists[index]?.push(error);
    }
  }
  return lists;
}

/**
 * The errors of one object as they are told with it. One that a fragment further in shows is told there; one of fetches
 * further out that this object does not show was told further out.
 */
export function tellErrors(
  errors: readonly GraphQLError[],
  place: ErrorPlace,
  variables: Readonly<JsonObject>,
  outer: readonly GraphQLError[],
): GraphQLError[] {
  const told = new Set<string>();
  return errors.flatMap((error) => {
    const { path, message } = error;
    // A field that the part has fetched again may have failed again.
    const text = JSON.stringify([path, message]);
    if (told.has(text)) return [];
    told.add(text);
    // Above the object, or nowhere: it is told as it is.
    if (!path || !startsWith(path, place.path)) return [error];
    const placed = placeError(error, place, variables);
    if (!placed || placed.isExact) return placed?.error ?? [];
    if (outer.includes(error)) return [];
    const inner = path.slice(place.path.length);
    return isShownLater(inner, place.selection, place.typeName, place.source) ? [] : [placed.error];
  });
}

/** Does a deferred fragment, however far in, show what stands at `path`? */
function isShownLater(
  path: ResponsePath,
  selection: Selection,
  typeName: string,
  value: unknown,
): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  if (typeof key === 'number') {
    const item: unknown = Array.isArray(value) ? value[key] : undefined;
    return isShownLater(rest, selection, runtimeType(item, typeName), item);
  }
  return withDeferred(selection, typeName).some((each) =>
    each.fieldsFor(typeName).some((field) => {
      if (field.key !== key) return false;
      const composite = compositeOf(field.output);
      const child = isObject(value) ? value[field.source] : undefined;
      if (!composite || child === null || child === undefined) return true;
      return isShownLater(rest, composite.selection, runtimeType(child, composite.typeName), child);
    }),
  );
}

function withDeferred(selection: Selection, typeName: string): Selection[] {
  const deferred = selection.deferredFor(typeName);
  return [selection, ...deferred.flatMap((each) => withDeferred(each.selection, typeName))];
}
