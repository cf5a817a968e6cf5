import type { EntityFetch, PathSegment, RequiredSelection } from '../planner/plan.js';
import { forEachEntity } from './entities.js';
import { isObject, type JsonObject } from './json.js';
import { KnownEntities } from './known-entities.js';
import { type RequiredShape, shapeOf } from './representation-text.js';
import { applyRewrites } from './rewrites.js';

/** The entities one `_entities` call asks for, each once, and the objects that wait for it. */
export interface Representations {
  readonly representations: JsonObject[];
  /** The list of `representations` as JSON text. */
  readonly text: string;
  /** `targets[i]` are the objects that `representations[i]` stands for. */
  readonly targets: JsonObject[][];
}

/** Collects what stands at `paths` and de-duplicates it. */
export function collectRepresentations(
  root: JsonObject,
  paths: readonly (readonly PathSegment[])[],
  fetch: EntityFetch,
  variables: Readonly<JsonObject>,
): Representations {
  const shape = shapeOf(fetch);
  const found = shape ? newEntities(shape) : newRepresentations(fetch, variables);
  const representations: JsonObject[] = [];
  const texts: string[] = [];
  const targets: JsonObject[][] = [];
  for (const path of paths) {
    forEachEntity(root, path, (entity) => {
      const added = found(entity);
      if (!added) return;
      const representation = added.representation ?? represent(entity, fetch, variables);
      if (!representation) return;
      representations.push(representation);
      texts.push(added.text);
      targets.push(added.waiting);
    });
  }
  return { representations, text: `[${texts.join(',')}]`, targets };
}

interface Added {
  readonly text: string;
  readonly waiting: JsonObject[];
  readonly representation?: JsonObject;
}

function newEntities(shape: RequiredShape): (entity: JsonObject) => Added | undefined {
  const known = new KnownEntities(shape);
  return (entity) => known.add(entity);
}

/** Where a representation depends on more than its entity, it is made first and compared as text. */
function newRepresentations(
  fetch: EntityFetch,
  variables: Readonly<JsonObject>,
): (entity: JsonObject) => Added | undefined {
  const known = new Map<string, JsonObject[]>();
  return (entity) => {
    const representation = represent(entity, fetch, variables);
    if (!representation) return undefined;
    const text = JSON.stringify(representation);
    const former = known.get(text);
    if (former) {
      former.push(entity);
      return undefined;
    }
    const waiting = [entity];
    known.set(text, waiting);
    return { text, waiting, representation };
  };
}

/** `undefined` where something required is missing: a former fetch failed and said so. */
function represent(
  entity: JsonObject,
  { requires, inputRewrites }: EntityFetch,
  variables: Readonly<JsonObject>,
): JsonObject | undefined {
  const representation: JsonObject = {};
  if (!fill(representation, entity, requires, variables)) return undefined;
  // A type name alone (or nothing: no fragment matched) identifies nobody.
  const keys = Object.keys(representation);
  if (keys.length <= (representation.__typename === undefined ? 0 : 1)) return undefined;
  applyRewrites(representation, inputRewrites);
  return representation;
}

function fill(
  into: JsonObject,
  source: JsonObject,
  selections: readonly RequiredSelection[],
  variables: Readonly<JsonObject>,
): boolean {
  for (const selection of selections) {
    switch (selection.kind) {
      case 'field': {
        const value = source[selection.from];
        if (value === undefined) return false;
        const { selections: children } = selection;
        const taken = children ? takeNested(value, children, variables) : value;
        if (taken === undefined) return false;
        into[selection.to] = taken;
        break;
      }
      case 'fragment': {
        const { skipIf, includeIf, types } = selection;
        if (skipIf !== undefined && variables[skipIf] === true) break;
        if (includeIf !== undefined && variables[includeIf] !== true) break;
        const typename = source.__typename;
        if (typeof typename === 'string' && !types.has(typename)) break;
        if (!fill(into, source, selection.selections, variables)) return false;
        break;
      }
      default:
        selection satisfies never;
    }
  }
  return true;
}

function takeNested(
  value: unknown,
  selections: readonly RequiredSelection[],
  variables: Readonly<JsonObject>,
): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => takeNested(item, selections, variables));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isObject(value)) return value;
  const nested: JsonObject = {};
  return fill(nested, value, selections, variables) ? nested : undefined;
}
