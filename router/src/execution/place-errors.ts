import { GraphQLError } from 'graphql';
import { type Condition, hold } from './conditions.js';
import type { ResponsePath } from './entities.js';
import { isObject, type JsonObject } from './json.js';
import type { Output } from './output.js';
import type { Run } from './run.js';
import type { Selection } from './selection.js';

/** Nothing that this request selected. */
const SWITCHED_OFF = Symbol('switched off');

/**
 * Lets errors point only to what the client selected. Plans fetch more: what `@requires` and keys
 * need (an error there is told of the object that needed it), and fields that `@skip` and
 * `@include` switch off (an error there is nobody's).
 */
export function placeErrors(
  selection: Selection,
  rootType: string,
  { errors, data, variables }: Pick<Run, 'data' | 'variables' | 'errors'>,
): void {
  if (errors.length === 0) return;
  const root = { selection, typeName: rootType, source: data, path: [] };
  const placed = errors.flatMap((error) => placeError(error, root, variables)?.error ?? []);
  errors.splice(0, errors.length, ...placed);
}

/** An object of the answer, below which errors stand. */
export interface ErrorPlace {
  readonly selection: Selection;
  readonly typeName: string;
  readonly source: JsonObject;
  readonly path: ResponsePath;
}

/** The error as it may be told; with `isExact` where its path was selected as it stands. `undefined`: it is nobody's. */
export function placeError(
  error: GraphQLError,
  place: ErrorPlace,
  variables: Readonly<JsonObject>,
): { readonly error: GraphQLError; readonly isExact: boolean } | undefined {
  const { path, message, extensions, originalError } = error;
  if (!path) return { error, isExact: true };
  const inner = path.slice(place.path.length);
  const shown = shownPath(inner, place, variables);
  if (shown === SWITCHED_OFF) return undefined;
  if (shown.length === inner.length) return { error, isExact: true };
  const trimmed = [...place.path, ...shown];
  const at = trimmed.length === 0 ? {} : { path: trimmed };
  const told = new GraphQLError(message, {
    ...at,
    extensions,
    originalError: originalError ?? null,
  });
  return { error: told, isExact: false };
}

/** `path` as far as the client selected it. */
function shownPath(
  path: ResponsePath,
  place: ErrorPlace,
  variables: Readonly<JsonObject>,
): ResponsePath | typeof SWITCHED_OFF {
  let selection: Selection | undefined = place.selection;
  let typeName = place.typeName;
  let value: unknown = place.source;
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') {
      value = Array.isArray(value) ? value[key] : undefined;
      typeName = runtimeType(value, typeName);
      continue;
    }
    const fields = selection?.fieldsFor(typeName).filter((field) => field.key === key) ?? [];
    const [first] = fields;
    if (!first) return path.slice(0, index);
    const selects = (when: readonly (readonly Condition[])[] | undefined): boolean =>
      !when || when.some((group) => hold(group, variables));
    if (!fields.some(({ when }) => selects(when))) return SWITCHED_OFF;
    value = isObject(value) ? value[first.source] : undefined;
    const composite = compositeOf(first.output);
    if (!composite) return path;
    selection = composite.selection;
    typeName = runtimeType(value, composite.typeName);
    // Below what is null nobody can tell what would have been selected.
    if (value === null || value === undefined) return path;
  }
  return path;
}

export function runtimeType(value: unknown, otherwise: string): string {
  const name = isObject(value) ? (value as JsonObject).__typename : undefined;
  return typeof name === 'string' ? name : otherwise;
}

export function compositeOf(output: Output | undefined) {
  if (!output || output.kind === 'leaf') return undefined;
  if (output.kind === 'nonNull' || output.kind === 'list') return compositeOf(output.of);
  return output;
}
