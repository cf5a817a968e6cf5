import type { GraphQLFormattedError } from 'graphql';
import type { BatchFetchNode, FlattenNode, PathSegment, Rewrite } from '../planner/plan.js';
import type { SubgraphResult } from '../transport/transport.js';
import { entityPaths, type ResponsePath } from './entities.js';
import { tryCall, usedVariables } from './fetch-root.js';
import { isObject, type JsonObject } from './json.js';
import { quote } from './json-text.js';
import { mergeInto } from './merge.js';
import { collectRepresentations, type Representations } from './representations.js';
import { applyRewrites } from './rewrites.js';
import type { Run } from './run.js';
import { callFailed, relocate } from './subgraph-errors.js';

/** One `_entities` list of a call: where its objects are, and under which key they come back. */
interface EntityGroup extends Representations {
  readonly responseKey: string;
  readonly paths: readonly (readonly PathSegment[])[];
  readonly outputRewrites: readonly Rewrite[];
}

/** Completes the objects at a path from another subgraph. */
export async function fetchEntities({ path, node }: FlattenNode, run: Run): Promise<void> {
  if (!node.entity) return;
  const collected = collectRepresentations(run.data, [path], node.entity, run.variables);
  if (collected.representations.length === 0) return;
  const variables = usedVariables(node, run);
  const text = withRepresentations(variables, [['representations', collected]]);
  const group: EntityGroup = {
    ...collected,
    responseKey: '_entities',
    paths: [path],
    outputRewrites: node.outputRewrites,
  };
  absorb(node.subgraph, [group], await tryCall(node, variables, run, text), run);
}

/** The same for several lists of entities in one call. */
export async function fetchBatch(node: BatchFetchNode, run: Run): Promise<void> {
  const variables = usedVariables(node, run);
  const lists: [string, Representations][] = [];
  const groups = node.entities.map((entity): EntityGroup => {
    const { alias, variable, paths, outputRewrites } = entity;
    const collected = collectRepresentations(run.data, paths, entity, run.variables);
    lists.push([variable, collected]);
    return { ...collected, responseKey: alias, paths, outputRewrites };
  });
  if (groups.every((group) => group.representations.length === 0)) return;
  const text = withRepresentations(variables, lists);
  absorb(node.subgraph, groups, await tryCall(node, variables, run, text), run);
}

/**
 * Adds lists of representations to `variables`.
 * @returns all of them as JSON text; `undefined` where there are others too, which need not be JSON (a file is none)
 */
function withRepresentations(
  variables: JsonObject,
  lists: readonly (readonly [variable: string, Representations])[],
): string | undefined {
  const alone = Object.keys(variables).length === 0;
  for (const [name, { representations }] of lists) variables[name] = representations;
  if (!alone) return undefined;
  return `{${lists.map(([name, { text }]) => `${quote(name)}:${text}`).join(',')}}`;
}

function absorb(
  subgraph: string,
  groups: readonly EntityGroup[],
  outcome: { answer: SubgraphResult } | { failure: unknown },
  run: Run,
): void {
  if ('failure' in outcome) {
    const paths = groups.flatMap((group) => allPaths(group, run));
    run.errors.push(...callFailed(subgraph, outcome.failure, paths));
    return;
  }
  const { data, errors = [] } = outcome.answer;
  for (const error of errors) {
    for (const path of errorPaths(error, groups, run)) {
      run.errors.push(relocate(error, path, subgraph));
    }
  }
  for (const group of groups) {
    const reported = reportedIndexes(errors, group);
    const entities = isObject(data) ? data[group.responseKey] : undefined;
    if (Array.isArray(entities)) mergeEntities(subgraph, group, entities, reported, run);
    else if (group.representations.length > 0 && errors.length === 0) {
      run.errors.push(...callFailed(subgraph, 'no list of entities', allPaths(group, run)));
    }
  }
}

function mergeEntities(
  subgraph: string,
  group: EntityGroup,
  entities: readonly unknown[],
  reported: ReadonlySet<unknown>,
  run: Run,
): void {
  const missing = new Set<JsonObject>();
  group.targets.forEach((targets, index) => {
    const entity = entities[index];
    if (entity === null) for (const target of targets) run.absent.add(target);
    else if (!isObject(entity) && !reported.has(index)) {
      for (const target of targets) missing.add(target);
    }
    if (!isObject(entity)) return;
    applyRewrites(entity, group.outputRewrites);
    // An interface that is an object there answers the name it was told, and knows no better one.
    const told = group.representations[index]?.__typename;
    if (entity.__typename === told && targets.some(({ __typename: known }) => known !== told)) {
      delete entity.__typename;
    }
    // Each gets a copy but the last, which may have the original.
    const last = targets.at(-1);
    for (const target of targets) mergeInto(target, entity, target !== last);
  });
  if (missing.size === 0) return;
  const paths = locations(group, run).flatMap(([entity, path]) =>
    missing.has(entity) ? [path] : [],
  );
  run.errors.push(...callFailed(subgraph, 'too few entities', paths));
}

/** Entities of which the answer itself says what is wrong. */
function reportedIndexes(
  errors: readonly GraphQLFormattedError[],
  { responseKey }: EntityGroup,
): ReadonlySet<unknown> {
  return new Set(errors.flatMap(({ path }) => (path?.[0] === responseKey ? [path[1]] : [])));
}

/**
 * Where an error of `_entities` belongs: at each object that waited for that entity. Paths are
 * found only now, by walking again, because hardly any answer has errors.
 */
function errorPaths(
  { path }: GraphQLFormattedError,
  groups: readonly EntityGroup[],
  run: Run,
): (ResponsePath | undefined)[] {
  const group = groups.find(({ responseKey }) => responseKey === path?.[0]) ?? groups[0];
  const index = path?.[1];
  if (!group) return [undefined];
  if (typeof index !== 'number') return allPaths(group, run).slice(0, 1);
  const waiting = new Set(group.targets[index]);
  const paths = locations(group, run).filter(([entity]) => waiting.has(entity));
  const rest = path?.slice(2) ?? [];
  return paths.length > 0 ? paths.map(([, place]) => [...place, ...rest]) : [undefined];
}

function allPaths(group: EntityGroup, run: Run): ResponsePath[] {
  const waiting = new Set(group.targets.flat());
  return locations(group, run).flatMap(([entity, path]) => (waiting.has(entity) ? [path] : []));
}

function locations(group: EntityGroup, run: Run): [JsonObject, ResponsePath][] {
  return group.paths.flatMap((path) =>
    entityPaths(run.data, path).map((place): [JsonObject, ResponsePath] => [
      valueAt(run.data, place),
      place,
    ]),
  );
}

function valueAt(root: JsonObject, path: ResponsePath): JsonObject {
  let value: unknown = root;
  for (const key of path) value = (value as Record<string | number, unknown>)[key];
  return value as JsonObject;
}
