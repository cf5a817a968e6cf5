import { type FieldNode, Kind, type SelectionSetNode, valueFromASTUntyped } from 'graphql';
import type { TagFormat } from '../supergraph/cache-directives.js';
import { argumentOf } from '../support/arguments.js';
import { stableText } from '../support/stable-text.js';
import type { GraphFacts } from './graph-facts.js';

/** What one entry may have; one that would have more is kept under broader ones, or not at all. */
const TAGS = 64;
const TAG_CHARACTERS = 512;

/**
 * Everything by which an entry can be invalidated, as texts of one line. `holds` says that entities of a type are
 * somewhere inside, `holdsAny` that too many types are to say which.
 */
export const tag = {
  subgraph: (subgraph: string) => `subgraph:${subgraph}`,
  type: (subgraph: string, type: string) => `type:${subgraph}:${type}`,
  entity: (subgraph: string, type: string, key: string) => `entity:${subgraph}:${type}:${key}`,
  holds: (subgraph: string, type: string) => `holds:${subgraph}:${type}`,
  holdsAny: (subgraph: string) => `holds:${subgraph}`,
  named: (subgraph: string, name: string) => `tag:${subgraph}:${JSON.stringify(name)}`,
};

/** A key as a text: `1` and `"1"` are one id. */
export function keyText(key: Readonly<Record<string, unknown>>): string | undefined {
  return stableText(scalarsAsText(key));
}

function scalarsAsText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scalarsAsText);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, scalarsAsText(item)]),
  );
}

interface Tagged {
  readonly subgraph: string;
  readonly facts: GraphFacts;
  /** Types of the entities inside. */
  readonly holds: readonly string[];
}

/** @returns `undefined` where it could not be invalidated as the schema says: it is not to be kept */
export function entityTags(
  type: string,
  representation: Readonly<Record<string, unknown>>,
  { subgraph, facts, holds }: Tagged,
): readonly string[] | undefined {
  const keys = facts.joins.keys(subgraph, type).flatMap((set) => {
    const key = picked(representation, set);
    const text = key && keyText(key);
    return text === undefined ? [] : [tag.entity(subgraph, type, text)];
  });
  const formats = facts.directives.types.get(type)?.tags ?? [];
  const named = namesBy(formats, facts.graphOf(subgraph), (from, path) =>
    from === 'key' ? at(representation, path) : undefined,
  );
  const own = [tag.subgraph(subgraph), tag.type(subgraph, type), ...keys];
  return named && withNames(own, subgraph, named, holds);
}

/** @returns `undefined` where it could not be invalidated as the schema says: it is not to be kept */
export function rootTags(
  fields: readonly FieldNode[],
  variables: Readonly<Record<string, unknown>>,
  { subgraph, facts, holds }: Tagged,
): readonly string[] | undefined {
  const { queryType, directives } = facts;
  const named: string[] = [];
  for (const field of fields) {
    const said = directives.types.get(queryType)?.fields.get(field.name.value);
    const names = namesBy(
      said?.tags ?? [],
      facts.graphOf(subgraph),
      (from, [name = '', ...path]) => {
        if (from !== 'args') return undefined;
        const given = argumentOf(field, name);
        const value = given && valueFromASTUntyped(given, variables);
        const otherwise = said?.defaults.get(name);
        return at(value ?? (otherwise && valueFromASTUntyped(otherwise)), path);
      },
    );
    if (!names) return undefined;
    named.push(...names);
  }
  const own = [tag.subgraph(subgraph), tag.type(subgraph, queryType)];
  return withNames(own, subgraph, named, holds);
}

/** Tags that came with an answer, where each can be kept. */
export function toldTags(
  subgraph: string,
  names: readonly unknown[],
): readonly string[] | undefined {
  if (names.length > TAGS || !names.every(isName)) return undefined;
  return names.map((name) => tag.named(subgraph, name));
}

function withNames(
  own: readonly string[],
  subgraph: string,
  names: readonly string[],
  holds: readonly string[],
): readonly string[] | undefined {
  const told = toldTags(subgraph, names);
  if (!told) return undefined;
  const left = TAGS - own.length - told.length;
  const inside =
    holds.length > left ? [tag.holdsAny(subgraph)] : holds.map((type) => tag.holds(subgraph, type));
  return [...new Set([...own, ...told, ...inside])];
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name.length > 0 && name.length <= TAG_CHARACTERS;
}

const PLACE = /\{\s*\$(key|args)\.([\w.]+)\s*\}/g;

/** What the formats of a subgraph say; `undefined` where a value is missing. */
function namesBy(
  formats: readonly TagFormat[],
  graph: string | undefined,
  read: (from: string, path: string[]) => unknown,
): string[] | undefined {
  const names: string[] = [];
  for (const { format, graphs } of formats) {
    if (graphs && (graph === undefined || !graphs.includes(graph))) continue;
    let isWhole = true;
    const name = format.replace(PLACE, (_place, from: string, path: string) => {
      const value = read(from, path.split('.'));
      isWhole &&= ['string', 'number', 'boolean'].includes(typeof value);
      return String(value);
    });
    if (!isWhole) return undefined;
    names.push(name);
  }
  return names;
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return found;
}

/** The fields of a key out of a representation; `undefined` where it has not all of them. */
function picked(from: unknown, set: SelectionSetNode): Record<string, unknown> | undefined {
  const key: Record<string, unknown> = {};
  for (const node of set.selections) {
    if (node.kind !== Kind.FIELD) return undefined;
    const value = at(from, [node.name.value]);
    if (value === undefined) return undefined;
    const { selectionSet } = node;
    const inner = selectionSet ? pickedInside(value, selectionSet) : value;
    if (inner === undefined) return undefined;
    key[node.name.value] = inner;
  }
  return key;
}

function pickedInside(value: unknown, set: SelectionSetNode): unknown {
  if (!Array.isArray(value)) return picked(value, set);
  const items = value.map((item) => pickedInside(item, set));
  return items.includes(undefined) ? undefined : items;
}
