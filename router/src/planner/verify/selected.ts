import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { deferLabel } from '../../defer/directive.js';
import type { PathSegment, Rewrite } from '../plan.js';
import type { TypeNames } from '../type-names.js';
import { both, type TypeSet } from './type-set.js';

/** The condition variables of an operation, each with the value for which it is looked at. */
export type Assignment = ReadonlyMap<string, boolean>;

/** A field of an operation, with fragments dissolved and conditions decided. */
export interface Selected {
  key: string;
  readonly name: string;
  /** Name and arguments: what tells it from other uses of the same key. */
  readonly field: string;
  /** Object types to which it applies; `undefined`: to all that stand there. */
  types: TypeSet;
  /** The nearest type condition around it. */
  readonly condition: string | undefined;
  /** Who is asked; empty for the client's own operation. */
  readonly subgraph: string;
  readonly children: Selected[] | undefined;
}

export interface Reading {
  readonly types: TypeNames;
  readonly assignment: Assignment;
  readonly subgraph: string;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Labels of the deferred fragments that are read; the others only leave their type condition. */
  readonly deferred?: ReadonlySet<string>;
}

/** Reads a selection set as it stands under one assignment. */
export function readSelected(set: SelectionSetNode, reading: Reading): Selected[] {
  const found: Selected[] = [];
  collect(set, reading, undefined, undefined, found);
  return found;
}

function collect(
  set: SelectionSetNode,
  reading: Reading,
  types: TypeSet,
  condition: string | undefined,
  found: Selected[],
): void {
  for (const node of set.selections) {
    if (!isOn(node.directives, reading.assignment)) continue;
    if (node.kind === Kind.FIELD) {
      found.push({
        key: node.alias?.value ?? node.name.value,
        name: node.name.value,
        field: fieldText(node),
        types,
        condition,
        subgraph: reading.subgraph,
        children: node.selectionSet && readSelected(node.selectionSet, reading),
      });
      continue;
    }
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : reading.fragments.get(node.name.value);
    if (!fragment) continue;
    const name = fragment.typeCondition?.name.value;
    const narrowed = name === undefined ? types : both(types, reading.types.satisfying(name));
    const label = deferLabel(node);
    if (label !== undefined && reading.deferred?.has(label) === false) {
      if (name !== undefined) found.push(typename(narrowed, name, reading.subgraph));
      continue;
    }
    collect(fragment.selectionSet, reading, narrowed, name ?? condition, found);
  }
}

/** Whether a deferred fragment applies has to be known before it is fetched. */
function typename(types: TypeSet, condition: string, subgraph: string): Selected {
  const name = '__typename';
  return { key: name, name, field: name, types, condition, subgraph, children: undefined };
}

function isOn(directives: readonly DirectiveNode[] | undefined, assignment: Assignment): boolean {
  return (directives ?? []).every(({ name, arguments: args }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = args?.find((node) => node.name.value === 'if')?.value;
    const on =
      value?.kind === Kind.VARIABLE
        ? assignment.get(value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return on === (name.value === 'include');
  });
}

const INTEGER = /^-?(?:0|[1-9]\d*)$/;

/** `name(argument: value)`, the same for all ways to write the same. */
export function fieldText({ name, arguments: args }: FieldNode): string {
  if (!args || args.length === 0) return name.value;
  const texts = args.map((argument) => `${argument.name.value}: ${valueText(argument.value)}`);
  return `${name.value}(${texts.sort().join(', ')})`;
}

function valueText(value: ValueNode): string {
  switch (value.kind) {
    case Kind.VARIABLE:
      return `$${value.name.value}`;
    case Kind.INT:
    case Kind.FLOAT:
      return String(Number(value.value));
    case Kind.STRING:
      // Some planners write identifiers like "1" as numbers, which is the same to an `ID`; elsewhere it is not valid.
      return INTEGER.test(value.value) ? String(Number(value.value)) : JSON.stringify(value.value);
    case Kind.BOOLEAN:
      return String(value.value);
    case Kind.NULL:
      return 'null';
    case Kind.ENUM:
      return value.value;
    case Kind.LIST:
      // Some planners write the list that a single value is coerced to.
      if (value.values.length === 1 && value.values[0]) return valueText(value.values[0]);
      return `[${value.values.map(valueText).join(', ')}]`;
    case Kind.OBJECT:
      return `{${value.fields
        .map((field) => `${field.name.value}: ${valueText(field.value)}`)
        .sort()
        .join(', ')}}`;
    default:
      return value satisfies never;
  }
}

/** Renames keys as the executor does when an answer comes in. */
export function renameKeys(selected: readonly Selected[], rewrites: readonly Rewrite[]): void {
  for (const rewrite of rewrites) {
    if (rewrite.kind === 'renameKey') rename(selected, rewrite.path, rewrite.to, undefined);
  }
}

function rename(
  selected: readonly Selected[],
  [segment, ...rest]: readonly PathSegment[],
  to: string,
  types: TypeSet,
): void {
  if (segment === undefined) return;
  if (segment.kind !== 'field') {
    rename(selected, rest, to, segment.kind === 'type' ? both(types, segment.names) : types);
    return;
  }
  for (const field of selected) {
    if (field.key !== segment.key || both(types, field.types)?.size === 0) continue;
    if (rest.length === 0) field.key = to;
    else if (field.children) rename(field.children, rest, to, undefined);
  }
}
