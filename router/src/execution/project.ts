import type { AnsweredObject, CompositeOutput } from './answered-object.js';
import { type Condition, hold } from './conditions.js';
import type { DeferredFragments } from './deferred/deferred-fragments.js';
import type { Format } from './format.js';
import { isObject, type JsonObject } from './json.js';
import { type Output, REFUSED } from './output.js';
import { ProjectionErrors, type ToldDenials } from './projection-errors.js';
import type { Run } from './run.js';
import type { Selection } from './selection.js';

/** A null stands where the type allows none; the nearest nullable parent becomes null. */
const INVALID = Symbol('invalid');
/** An entity that its owner does not know: null where that is allowed, and no error. */
const ABSENT = Symbol('absent');
/** Nothing is there, or nothing that may be shown. */
const NULL = Symbol('null');

/**
 * Writes the answer from merged subgraph data by GraphQL's rules: only what was selected, in its
 * order, nulls propagated, each null that should not be with an error at its path. A reference to
 * an entity that its owner does not know is null without an error: nothing went wrong.
 * @param deferred notes the fragments that are answered later
 */
export function project<Out>(
  selection: Selection,
  rootType: string,
  run: Pick<Run, 'data'> & ProjectionRun,
  format: Format<Out>,
  deferred?: DeferredFragments,
): Out {
  const output = { kind: 'object', typeName: rootType, selection } as const;
  const root = { output, coordinate: rootType, path: [], source: run.data };
  return projectPart(root, run, format, new Map(), deferred);
}

/** The same for an object further in. */
export function projectPart<Out>(
  { output, coordinate, path, source }: AnsweredObject,
  run: ProjectionRun,
  format: Format<Out>,
  denials: ToldDenials,
  deferred?: DeferredFragments,
): Out {
  const projection = new Projection(run, format, path, denials, deferred);
  const result = projection.complete(output, source, coordinate);
  if (!isNothing(result)) return result;
  deferred?.forget(path);
  return format.nothing;
}

type Nothing = typeof INVALID | typeof ABSENT | typeof NULL;

function isNothing(value: unknown): value is Nothing {
  return value === INVALID || value === ABSENT || value === NULL;
}

/** What of a run its answer depends on. */
export interface ProjectionRun extends Pick<Run, 'variables' | 'errors' | 'absent'> {
  readonly context: Pick<Run['context'], 'principal'>;
}

class Projection<Out> {
  /** Where we are; a copy is made only for an error. */
  readonly #path: (string | number)[];
  readonly #errors: ProjectionErrors;

  constructor(
    private readonly run: ProjectionRun,
    private readonly format: Format<Out>,
    path: readonly (string | number)[],
    denials: ToldDenials,
    private readonly deferred: DeferredFragments | undefined,
  ) {
    this.#path = [...path];
    this.#errors = new ProjectionErrors(run.errors, run.context.principal, denials);
  }

  #object(
    output: CompositeOutput,
    typeName: string,
    source: JsonObject,
    coordinate: string,
  ): Out | Nothing {
    const { format } = this;
    let result = format.beginObject();
    for (const field of output.selection.fieldsFor(typeName)) {
      if (field.when && !this.#holds(field.when)) continue;
      if (field.unless && this.#holds(field.unless)) continue;
      if (!field.output) {
        result = format.withField(result, field, format.leaf(typeName));
        continue;
      }
      if (field.denied) {
        this.#errors.deny(field, field.denied, this.#path);
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
    this.deferred?.note({ output, coordinate, path: this.#path, source }, typeName, this.run);
    return format.endObject(result);
  }

  #holds(groups: readonly (readonly Condition[])[]): boolean {
    return groups.some((group) => hold(group, this.run.variables));
  }

  /** A field or list item: a nullable one stops what propagates from below. */
  #position(output: Output, value: unknown, coordinate: string): Out | typeof INVALID {
    if (output.kind !== 'nonNull') {
      const completed = this.complete(output, value, coordinate);
      if (!isNothing(completed)) return completed;
      this.deferred?.forget(this.#path);
      return this.format.nothing;
    }
    const completed = this.complete(output.of, value, coordinate);
    if (completed !== NULL && completed !== ABSENT) return completed;
    this.#report(`Cannot return null for non-nullable field ${coordinate}.`);
    return INVALID;
  }

  complete(output: Output, value: unknown, coordinate: string): Out | Nothing {
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
        return this.#object(output, output.typeName, value, coordinate);
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
        return this.#object(output, typeName, value, coordinate);
      }
      case 'list':
        return this.#list(output.of, value, coordinate);
      case 'nonNull':
        return this.#position(output, value, coordinate);
      default:
        return output satisfies never;
    }
  }

  #list(item: Output, value: unknown, coordinate: string): Out | Nothing {
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

  /** The value is not shown: it may be what `@inaccessible` hides. */
  #refuse(coordinate: string, expected: string): typeof NULL {
    this.#report(`Field ${coordinate} has a value that is not a valid ${expected}.`);
    return NULL;
  }

  #report(message: string): void {
    this.#errors.report(message, this.#path);
  }
}
