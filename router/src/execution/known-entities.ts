import type { JsonObject } from './json.js';
import { type RequiredField, type RequiredShape, writeFields } from './representation-text.js';

/** Values of the fields seen so far, in order; behind the last one, who waits for that entity. */
interface Branch {
  readonly next: Map<unknown, Branch>;
  waiting: JsonObject[] | undefined;
}

/**
 * The entities of one call, each once. Entities are told apart by the values of what is required of them, one after the
 * other, so that nothing is written for one that is known.
 */
export class KnownEntities {
  readonly #byFields = new Map<readonly RequiredField[], Branch>();
  readonly #byText = new Map<string, JsonObject[]>();

  constructor(private readonly shape: RequiredShape) {}

  /**
   * Notes that `entity` waits.
   * @returns its representation as JSON text and the list of those who wait, where it is new
   */
  add(entity: JsonObject): { readonly text: string; readonly waiting: JsonObject[] } | undefined {
    const fields = this.shape.fieldsFor(entity.__typename);
    if (!identifies(fields)) return undefined;
    let branch = this.#byFields.get(fields);
    if (!branch) {
      branch = { next: new Map(), waiting: undefined };
      this.#byFields.set(fields, branch);
    }
    for (const { from } of fields) {
      const value = entity[from];
      if (value === undefined) return undefined;
      if (typeof value === 'object' && value !== null) return this.#addByText(entity, fields);
      branch = follow(branch, value);
    }
    if (branch.waiting) {
      branch.waiting.push(entity);
      return undefined;
    }
    const text = writeFields(entity, fields);
    if (text === undefined) return undefined;
    branch.waiting = [entity];
    return { text, waiting: branch.waiting };
  }

  /** Objects and lists are equal where their text is. */
  #addByText(entity: JsonObject, fields: readonly RequiredField[]) {
    const text = writeFields(entity, fields);
    if (text === undefined) return undefined;
    const known = this.#byText.get(text);
    if (known) {
      known.push(entity);
      return undefined;
    }
    const waiting = [entity];
    this.#byText.set(text, waiting);
    return { text, waiting };
  }
}

function follow({ next }: Branch, value: unknown): Branch {
  let branch = next.get(value);
  if (!branch) {
    branch = { next: new Map(), waiting: undefined };
    next.set(value, branch);
  }
  return branch;
}

/** A type name alone (or nothing: no fragment matched) identifies nobody. */
function identifies(fields: readonly RequiredField[]): boolean {
  return fields.some(({ to }) => to !== '__typename');
}
