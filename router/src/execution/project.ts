import { GraphQLError } from 'graphql';
import { type Condition, hold } from './conditions.js';
import type { Denial } from './denial.js';
import type { ResponsePath } from './entities.js';
import type { Format } from './format.js';
import { isObject, type JsonObject } from './json.js';
import { type Output, REFUSED } from './output.js';
import type { Run } from './run.js';
import type { PlannedField, Selection } from './selection.js';

/** A null stands where the type allows none; the nearest nullable parent becomes null. */
const INVALID = Symbol('invalid');
/** An entity that its owner does not know: null where that is allowed, and no error. */
const ABSENT = Symbol('absent');
/** Nothing is there, or nothing that may be shown. */
const NULL = Symbol('null');

/** At most so many errors are made of one denied field: a list of a thousand needs no thousand. */
const ERRORS_PER_DENIAL = 20;

/**
 * Writes the answer from merged subgraph data by GraphQL's rules: only what was selected, in its
 * order, nulls propagated, each null that should not be with an error at its path. A reference to
 * an entity that its owner does not know is null without an error: nothing went wrong.
 */
export function project<Out>(
  selection: Selection,
  rootType: string,
  run: Pick<Run, 'data'> & ProjectionRun,
  format: Format<Out>,
): Out {
  const projection = new Projection(run, format);
  const result = projection.object(selection.fieldsFor(rootType), rootType, run.data);
  return result === INVALID || result === ABSENT ? format.nothing : result;
}

type Completed<Out> = Out | typeof INVALID | typeof ABSENT | typeof NULL;

/** What of a run its answer depends on. */
interface ProjectionRun extends Pick<Run, 'variables' | 'errors' | 'absent'> {
  readonly context: Pick<Run['context'], 'principal'>;
}

class Projection<Out> {
  /** Where we are; a copy is made only for an error. */
  readonly #path: (string | number)[] = [];

  /** How many errors were made of each denied field. */
  readonly #denied = new Map<PlannedField, number>();

  constructor(
    private readonly run: ProjectionRun,
    private readonly format: Format<Out>,
  ) {}

  object(
    fields: readonly PlannedField[],
    typeName: string,
    source: JsonObject,
  ): Out | typeof INVALID | typeof ABSENT {
    const { format } = this;
    let result = format.beginObject();
    for (const field of fields) {
      if (field.when && !this.#holds(field.when)) continue;
      if (field.unless && this.#holds(field.unless)) continue;
      if (!field.output) {
        result = format.withField(result, field, format.leaf(typeName));
        continue;
      }
      if (field.denied) {
        this.#deny(field, field.denied);
        if (field.output.kind === 'nonNull') return INVALID;
        result = format.withField(result, field, format.nothing);
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
      result = format.withField(result, field, value);
    }
    return format.endObject(result);
  }

  #holds(groups: readonly (readonly Condition[])[]): boolean {
    return groups.some((group) => hold(group, this.run.variables));
  }

  /** A field or list item: a nullable one stops what propagates from below. */
  #position(output: Output, value: unknown, coordinate: string): Out | typeof INVALID {
    if (output.kind !== 'nonNull') {
      const completed = this.#complete(output, value, coordinate);
      return completed === INVALID || completed === ABSENT || completed === NULL
        ? this.format.nothing
        : completed;
    }
    const completed = this.#complete(output.of, value, coordinate);
    if (completed !== NULL && completed !== ABSENT) return completed;
    this.#report(`Cannot return null for non-nullable field ${coordinate}.`);
    return INVALID;
  }

  #complete(output: Output, value: unknown, coordinate: string): Completed<Out> {
    if (value === null || value === undefined) return NULL;
    switch (output.kind) {
      case 'leaf': {
        const accepted = output.accept(value);
        return accepted === REFUSED
          ? this.#refuse(coordinate, output.name)
          : this.format.leaf(accepted);
      }
      case 'object':
        if (!isObject(value)) return this.#refuse(coordinate, output.typeName);
        return this.object(output.selection.fieldsFor(output.typeName), output.typeName, value);
      case 'abstract': {
        const typeName = isObject(value) ? (value.__typename ?? output.fallback) : undefined;
        if (!isObject(value) || typeof typeName !== 'string') {
          return this.#refuse(coordinate, output.typeName);
        }
        if (!output.possible.has(typeName)) {
          // Whoever knows what it is could not be asked; it matters only where types are told apart.
          const vague = typeName === output.fallback;
          if (vague && this.run.absent.has(value)) return ABSENT;
          if (
            !vague ||
            output.selection.tellsApart([typeName, ...output.possible], this.run.variables)
          ) {
            return this.#refuse(coordinate, output.typeName);
          }
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

  #list(item: Output, value: unknown, coordinate: string): Completed<Out> {
    if (!Array.isArray(value)) return this.#refuse(coordinate, 'list');
    const { format } = this;
    let result = format.beginList();
    for (let index = 0; index < value.length; index++) {
      this.#path.push(index);
      const completed = this.#position(item, value[index], coordinate);
      this.#path.pop();
      if (completed === INVALID) return INVALID;
      result = format.withItem(result, completed);
    }
    return format.endList(result);
  }

  #deny(field: PlannedField, denial: Denial): void {
    const told = this.#denied.get(field) ?? 0;
    if (told === ERRORS_PER_DENIAL) return;
    this.#denied.set(field, told + 1);
    const { principal } = this.run.context;
    this.run.errors.push(denial.error(principal, [...this.#path, field.key]));
  }

  /** The value is not shown: it may be what `@inaccessible` hides. */
  #refuse(coordinate: string, expected: string): typeof NULL {
    this.#report(`Field ${coordinate} has a value that is not a valid ${expected}.`);
    return NULL;
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
