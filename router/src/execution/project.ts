import { GraphQLError } from 'graphql';
import { hold } from './conditions.js';
import type { ResponsePath } from './entities.js';
import { isObject, type JsonObject } from './json.js';
import { type Output, REFUSED } from './output.js';
import type { Run } from './run.js';
import type { PlannedField, Selection } from './selection.js';

/** A null stands where the type allows none; the nearest nullable parent becomes null. */
const INVALID = Symbol('invalid');
/** An entity that its owner does not know: null where that is allowed, and no error. */
const ABSENT = Symbol('absent');

/**
 * Writes the answer from merged subgraph data by GraphQL's rules: only what was selected, in its
 * order, nulls propagated, each null that should not be with an error at its path. A reference to
 * an entity that its owner does not know is null without an error: nothing went wrong.
 */
export function project(
  selection: Selection,
  rootType: string,
  run: Pick<Run, 'data' | 'variables' | 'errors' | 'absent'>,
): JsonObject | null {
  const projection = new Projection(run);
  const result = projection.object(selection.fieldsFor(rootType), rootType, run.data);
  return result === INVALID || result === ABSENT ? null : (result as JsonObject);
}

class Projection {
  /** Where we are; a copy is made only for an error. */
  readonly #path: (string | number)[] = [];

  constructor(private readonly run: Pick<Run, 'variables' | 'errors' | 'absent'>) {}

  object(
    fields: readonly PlannedField[],
    typeName: string,
    source: JsonObject,
  ): JsonObject | typeof INVALID | typeof ABSENT {
    const result: JsonObject = {};
    for (const field of fields) {
      if (field.when && !field.when.some((group) => hold(group, this.run.variables))) continue;
      if (!field.output) {
        result[field.key] = typeName;
        continue;
      }
      const given = source[field.source];
      if (given === undefined && field.output.kind === 'nonNull' && this.run.absent.has(source)) {
        return ABSENT;
      }
      this.#path.push(field.key);
      const value = this.#position(field.output, given, field.coordinate);
      this.#path.pop();
      if (value === INVALID) return INVALID;
      result[field.key] = value;
    }
    return result;
  }

  /** A field or list item: a nullable one stops what propagates from below. */
  #position(output: Output, value: unknown, coordinate: string): unknown {
    if (output.kind !== 'nonNull') {
      const completed = this.#complete(output, value, coordinate);
      return completed === INVALID || completed === ABSENT ? null : completed;
    }
    const completed = this.#complete(output.of, value, coordinate);
    if (completed !== null && completed !== ABSENT) return completed;
    this.#report(`Cannot return null for non-nullable field ${coordinate}.`);
    return INVALID;
  }

  #complete(output: Output, value: unknown, coordinate: string): unknown {
    if (value === null || value === undefined) return null;
    switch (output.kind) {
      case 'leaf': {
        const accepted = output.accept(value);
        return accepted === REFUSED ? this.#refuse(coordinate, output.name) : accepted;
      }
      case 'object':
        if (!isObject(value)) return this.#refuse(coordinate, output.typeName);
        return this.object(output.selection.fieldsFor(output.typeName), output.typeName, value);
      case 'abstract': {
        const typeName = isObject(value) ? (value.__typename ?? output.fallback) : undefined;
        if (!isObject(value) || typeof typeName !== 'string') {
          return this.#refuse(coordinate, output.typeName);
        }
        if (!output.possible.has(typeName) && typeName !== output.fallback) {
          return this.#refuse(coordinate, output.typeName);
        }
        return this.object(output.selection.fieldsFor(typeName), typeName, value);
      }
      case 'list':
        return this.#list(output.of, value, coordinate);
      case 'nonNull':
        return this.#position(output, value, coordinate);
      default:
        return output satisfies never;
    }
  }

  #list(item: Output, value: unknown, coordinate: string): unknown {
    if (!Array.isArray(value)) return this.#refuse(coordinate, 'list');
    const result = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      this.#path.push(index);
      const completed = this.#position(item, value[index], coordinate);
      this.#path.pop();
      if (completed === INVALID) return INVALID;
      result[index] = completed;
    }
    return result;
  }

  /** The value is not shown: it may be what `@inaccessible` hides. */
  #refuse(coordinate: string, expected: string): null {
    this.#report(`Field ${coordinate} has a value that is not a valid ${expected}.`);
    return null;
  }

  /** Where a subgraph's own error explains the null, a second one would only confuse. */
  #report(message: string): void {
    const path = [...this.#path];
    if (this.run.errors.some((error) => error.path && related(error.path, path))) return;
    const extensions = { code: 'INVALID_SUBGRAPH_ANSWER' };
    this.run.errors.push(new GraphQLError(message, { path, extensions }));
  }
}

function related(a: ResponsePath, b: ResponsePath): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    if (a[index] !== b[index]) return false;
  }
  return true;
}
