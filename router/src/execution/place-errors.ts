import { GraphQLError } from 'graphql';
import { type Condition, hold } from './conditions.js';
import type { ResponsePath } from './entities.js';
import { isObject, type JsonObject } from './json.js';
import type { Output } from './output.js';
import type { Run } from './run.js';
import type { Selection } from './selection.js';

type Ran = Pick<Run, 'data' | 'variables' | 'errors'>;

/** Nothing that this request selected. */
const SWITCHED_OFF = Symbol('switched off');

/**
 * Lets errors point only to what the client selected. Plans fetch more: what `@requires` and keys
 * need (an error there is told of the object that needed it), and fields that `@skip` and
 * `@include` switch off (an error there is nobody's).
 */
export function placeErrors(selection: Selection, rootType: string, run: Ran): void {
  if (run.errors.length === 0) return;
  const placed = run.errors.flatMap((error) => {
    const { path, message, extensions, originalError } = error;
    if (!path) return [error];
    const shown = shownPath(path, selection, rootType, run);
    if (shown === SWITCHED_OFF) return [];
    if (shown.length === path.length) return [error];
    const place = shown.length === 0 ? {} : { path: shown };
    return [
      new GraphQLError(message, { ...place, extensions, originalError: originalError ?? null }),
    ];
  });
  run.errors.splice(0, run.errors.length, ...placed);
}

/** `path` as far as the client selected it. */
function shownPath(
  path: ResponsePath,
  root: Selection,
  rootType: string,
  { data, variables }: Ran,
): ResponsePath | typeof SWITCHED_OFF {
  let selection: Selection | undefined = root;
  let typeName = rootType;
  let value: unknown = data;
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

function runtimeType(value: unknown, otherwise: string): string {
  const name = isObject(value) ? (value as JsonObject).__typename : undefined;
  return typeof name === 'string' ? name : otherwise;
}

function compositeOf(output: Output | undefined) {
  if (!output || output.kind === 'leaf') return undefined;
  if (output.kind === 'nonNull' || output.kind === 'list') return compositeOf(output.of);
  return output;
}
