import type { EntityFetch, RequiredSelection } from '../planner/plan.js';
import { isObject, type JsonObject } from './json.js';
import { quote, toJson } from './json-text.js';

/** One field of a representation, prepared. */
export interface RequiredField {
  readonly from: string;
  readonly to: string;
  /** `"to":` as JSON text. */
  readonly prefix: string;
  readonly nested: RequiredShape | undefined;
}

/** What is required of an object, by its type name, each found out once. */
export class RequiredShape {
  readonly #byType = new Map<unknown, readonly RequiredField[]>();

  constructor(private readonly selections: readonly RequiredSelection[]) {}

  fieldsFor(typename: unknown): readonly RequiredField[] {
    let fields = this.#byType.get(typename);
    if (!fields) {
      const found = new Map<string, RequiredField>();
      collect(this.selections, typename, found);
      fields = [...found.values()];
      // Type names that come in must not fill the memory; a graph's own are few.
      if (this.#byType.size < 1_000) this.#byType.set(typename, fields);
    }
    return fields;
  }
}

function collect(
  selections: readonly RequiredSelection[],
  typename: unknown,
  into: Map<string, RequiredField>,
): void {
  for (const selection of selections) {
    if (selection.kind === 'field') {
      const { from, to, selections: inner } = selection;
      into.set(to, {
        from,
        to,
        prefix: `${quote(to)}:`,
        nested: inner && new RequiredShape(inner),
      });
    } else if (typeof typename !== 'string' || selection.types.has(typename)) {
      collect(selection.selections, typename, into);
    }
  }
}

const shapes = new WeakMap<EntityFetch, RequiredShape>();

/** How representations of a fetch are written as text; `undefined` where they depend on more than the entity. */
export function shapeOf(fetch: EntityFetch): RequiredShape | undefined {
  if (fetch.inputRewrites.length > 0 || isConditional(fetch.requires)) return undefined;
  let shape = shapes.get(fetch);
  if (!shape) {
    shape = new RequiredShape(fetch.requires);
    shapes.set(fetch, shape);
  }
  return shape;
}

function isConditional(selections: readonly RequiredSelection[]): boolean {
  return selections.some(
    (selection) =>
      (selection.kind === 'fragment' &&
        (selection.skipIf !== undefined || selection.includeIf !== undefined)) ||
      (selection.selections !== undefined && isConditional(selection.selections)),
  );
}

/** What `fields` take from `source` as JSON text; `undefined` where something is missing. */
export function writeFields(
  source: JsonObject,
  fields: readonly RequiredField[],
): string | undefined {
  let text = '{';
  for (const { from, prefix, nested } of fields) {
    const value = source[from];
    if (value === undefined) return undefined;
    const written = nested ? writeNested(value, nested) : toJson(value);
    if (written === undefined) return undefined;
    text += text.length === 1 ? prefix : `,${prefix}`;
    text += written;
  }
  return `${text}}`;
}

function writeNested(value: unknown, shape: RequiredShape): string | undefined {
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (const item of value) {
      const written = writeNested(item, shape);
      if (written === undefined) return undefined;
      items.push(written);
    }
    return `[${items.join(',')}]`;
  }
  return isObject(value) ? writeFields(value, shape.fieldsFor(value.__typename)) : toJson(value);
}
