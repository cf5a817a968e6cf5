import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { flagArgument, textArgument } from '../../support/arguments.js';
import { namedType } from '../../support/named-type.js';
import { readTypeNames, type TypeNames } from '../type-names.js';
import { fieldSet, selectionSet } from './field-sets.js';

/** What a supergraph says of its subgraphs, by the subgraphs' names. */
export interface JoinFacts extends TypeNames {
  rootType(operation: OperationTypeNode): string;
  /** Object types that `type` can be at run time when `subgraph` answers. */
  possibleTypes(subgraph: string, type: string): ReadonlySet<string>;
  /** Name of the type that `subgraph` gives a field; `undefined` where no such field is known. */
  fieldType(subgraph: string, type: string, field: string): string | undefined;
  /** The keys by which `subgraph` knows entities of `type`. */
  keys(subgraph: string, type: string): readonly SelectionSetNode[];
  /** What `subgraph` must be given of an entity before it resolves that field. */
  requires(subgraph: string, type: string, field: string): SelectionSetNode | undefined;
  /** What `subgraph` can tell of the objects under that field though others resolve it. */
  provides(subgraph: string, type: string, field: string): SelectionSetNode | undefined;
  /** Can `subgraph` name that type? Not the types of an interface that it knows as an object. */
  knows(subgraph: string, type: string): boolean;
  /** Is the type never shown to clients? */
  isInaccessible(type: string): boolean;
}

interface FieldFacts {
  /** Name of its type in the subgraph. */
  readonly type: string;
  readonly requires: SelectionSetNode | undefined;
  readonly provides: SelectionSetNode | undefined;
}

interface TypeFacts {
  readonly isObject: boolean;
  readonly fields: readonly FieldDefinitionNode[];
  readonly joins: readonly ConstDirectiveNode[];
  readonly parents: readonly string[];
  readonly members: readonly string[];
}

/** Reads a supergraph's join directives (any version of the join specification). */
export function readJoinFacts(supergraph: DocumentNode): JoinFacts {
  const types = readTypes(supergraph);
  const graphs = readGraphs(supergraph);
  const objects = [...types].filter(([, { isObject }]) => isObject);
  const joinsOf = remembered((subgraph, type): readonly ConstDirectiveNode[] => {
    const graph = graphs.get(subgraph);
    return (types.get(type)?.joins ?? []).filter((join) => textArgument(join, 'graph') === graph);
  });
  const joinsBy = (subgraph: string, type: string, directive: string): ConstDirectiveNode[] =>
    joinsOf(subgraph, type).filter(({ name }) => name.value === directive);
  const isInterfaceObject = (subgraph: string, type: string): boolean =>
    joinsBy(subgraph, type, 'join__type').some((join) => flagArgument(join, 'isInterfaceObject'));

  const possibleTypes = remembered((subgraph, type): ReadonlySet<string> => {
    const facts = types.get(type);
    if (!facts || facts.isObject) return new Set([type]);
    if (facts.members.length > 0) {
      const own = joinsBy(subgraph, type, 'join__unionMember').map((join) =>
        textArgument(join, 'member'),
      );
      return new Set(own.length > 0 ? own.filter(isName) : facts.members);
    }
    const all = objects.filter(([, { parents }]) => parents.includes(type)).map(([name]) => name);
    if (isInterfaceObject(subgraph, type)) return new Set(all);
    const own = all.filter((name) =>
      joinsBy(subgraph, name, 'join__implements').some(
        (join) => textArgument(join, 'interface') === type,
      ),
    );
    return new Set(own.length > 0 ? own : all);
  });

  const fieldsOf = remembered((subgraph, type): ReadonlyMap<string, FieldFacts> => {
    const facts = new Map<string, FieldFacts>();
    for (const { name, type: given, directives } of types.get(type)?.fields ?? []) {
      const join = directives?.find(
        (each) =>
          each.name.value === 'join__field' && textArgument(each, 'graph') === graphs.get(subgraph),
      );
      facts.set(name.value, {
        type: textArgument(join, 'type')?.replace(/[[\]!]/g, '') ?? namedType(given),
        requires: fieldSet(join, 'requires'),
        provides: fieldSet(join, 'provides'),
      });
    }
    return facts;
  });

  return {
    ...readTypeNames(supergraph),
    rootType: (operation) => rootType(supergraph, operation),
    possibleTypes,
    knows: (subgraph, type) => joinsBy(subgraph, type, 'join__type').length > 0,
    isInaccessible: (type) =>
      (types.get(type)?.joins ?? []).some(({ name }) => name.value === 'inaccessible'),
    fieldType: (subgraph, type, field) => fieldsOf(subgraph, type).get(field)?.type,
    keys: remembered((subgraph, type) =>
      joinsBy(subgraph, type, 'join__type').flatMap((join) => {
        const key = textArgument(join, 'key');
        return key === undefined ? [] : [selectionSet(key)];
      }),
    ),
    requires: (subgraph, type, field) => fieldsOf(subgraph, type).get(field)?.requires,
    provides: (subgraph, type, field) => fieldsOf(subgraph, type).get(field)?.provides,
  };
}

function readTypes(supergraph: DocumentNode): Map<string, TypeFacts> {
  const types = new Map<string, TypeFacts>();
  for (const node of supergraph.definitions) {
    if (
      node.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      node.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      node.kind !== Kind.UNION_TYPE_DEFINITION
    ) {
      continue;
    }
    const isUnion = node.kind === Kind.UNION_TYPE_DEFINITION;
    types.set(node.name.value, {
      isObject: node.kind === Kind.OBJECT_TYPE_DEFINITION,
      fields: isUnion ? [] : (node.fields ?? []),
      joins: node.directives ?? [],
      parents: isUnion ? [] : (node.interfaces ?? []).map(({ name }) => name.value),
      members: isUnion ? (node.types ?? []).map(({ name }) => name.value) : [],
    });
  }
  return types;
}

/** The value of `enum join__Graph` that stands for each subgraph. */
export function readGraphs(supergraph: DocumentNode): Map<string, string> {
  const graphs = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const { name, directives } of node.values ?? []) {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      graphs.set(textArgument(graph, 'name') ?? name.value, name.value);
    }
  }
  return graphs;
}

function rootType(supergraph: DocumentNode, operation: OperationTypeNode): string {
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION) continue;
    const root = node.operationTypes.find((each) => each.operation === operation);
    if (root) return root.type.name.value;
  }
  return operation.charAt(0).toUpperCase() + operation.slice(1);
}

/** Bounded by the supergraph: only its own subgraphs and types are asked for. */
function remembered<T>(
  compute: (subgraph: string, type: string) => T,
): (subgraph: string, type: string) => T {
  const known = new Map<string, Map<string, T>>();
  return (subgraph, type) => {
    const ofSubgraph = known.get(subgraph) ?? new Map<string, T>();
    known.set(subgraph, ofSubgraph);
    let value = ofSubgraph.get(type);
    if (value === undefined) {
      value = compute(subgraph, type);
      ofSubgraph.set(type, value);
    }
    return value;
  };
}

function isName(name: string | undefined): name is string {
  return name !== undefined;
}
