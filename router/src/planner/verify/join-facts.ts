import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type OperationTypeNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { readTypeNames, type TypeNames } from '../type-names.js';

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

interface TypeFacts {
  readonly isObject: boolean;
  readonly fields: ReadonlyMap<string, FieldDefinitionNode>;
  readonly joins: readonly ConstDirectiveNode[];
  readonly parents: readonly string[];
  readonly members: readonly string[];
}

/** Reads a supergraph's join directives (any version of the join specification). */
export function readJoinFacts(supergraph: DocumentNode): JoinFacts {
  const types = readTypes(supergraph);
  const graphs = readGraphs(supergraph);
  const objects = [...types].filter(([, { isObject }]) => isObject);
  const joinsOf = (subgraph: string, type: string, directive: string): ConstDirectiveNode[] =>
    (types.get(type)?.joins ?? []).filter(
      (join) => join.name.value === directive && text(join, 'graph') === graphs.get(subgraph),
    );
  const isInterfaceObject = (subgraph: string, type: string): boolean =>
    joinsOf(subgraph, type, 'join__type').some((join) => flag(join, 'isInterfaceObject'));

  const possibleTypes = remembered((subgraph, type) => {
    const facts = types.get(type);
    if (!facts || facts.isObject) return new Set([type]);
    if (facts.members.length > 0) {
      const own = joinsOf(subgraph, type, 'join__unionMember').map((join) => text(join, 'member'));
      return new Set(own.length > 0 ? own.filter(isName) : facts.members);
    }
    const all = objects.filter(([, { parents }]) => parents.includes(type)).map(([name]) => name);
    if (isInterfaceObject(subgraph, type)) return new Set(all);
    const own = all.filter((name) =>
      joinsOf(subgraph, name, 'join__implements').some((join) => text(join, 'interface') === type),
    );
    return new Set(own.length > 0 ? own : all);
  });

  const joinOf = (subgraph: string, type: string, field: string): ConstDirectiveNode | undefined =>
    types
      .get(type)
      ?.fields.get(field)
      ?.directives?.find(
        (join) => join.name.value === 'join__field' && text(join, 'graph') === graphs.get(subgraph),
      );

  return {
    ...readTypeNames(supergraph),
    rootType: (operation) => rootType(supergraph, operation),
    possibleTypes,
    knows: (subgraph, type) => joinsOf(subgraph, type, 'join__type').length > 0,
    isInaccessible: (type) =>
      (types.get(type)?.joins ?? []).some(({ name }) => name.value === 'inaccessible'),
    fieldType(subgraph, type, field) {
      const own = textOf(joinOf(subgraph, type, field), 'type');
      if (own !== undefined) return own.replace(/[[\]!]/g, '');
      const definition = types.get(type)?.fields.get(field);
      return definition && namedType(definition.type);
    },
    keys: (subgraph, type) =>
      joinsOf(subgraph, type, 'join__type').flatMap((join) => {
        const key = text(join, 'key');
        return key === undefined ? [] : [selectionSet(key)];
      }),
    requires: (subgraph, type, field) => fieldSet(joinOf(subgraph, type, field), 'requires'),
    provides: (subgraph, type, field) => fieldSet(joinOf(subgraph, type, field), 'provides'),
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
      fields: new Map(isUnion ? [] : node.fields?.map((field) => [field.name.value, field])),
      joins: node.directives ?? [],
      parents: isUnion ? [] : (node.interfaces ?? []).map(({ name }) => name.value),
      members: isUnion ? (node.types ?? []).map(({ name }) => name.value) : [],
    });
  }
  return types;
}

/** The value of `enum join__Graph` that stands for each subgraph. */
function readGraphs(supergraph: DocumentNode): Map<string, string> {
  const graphs = new Map<string, string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const { name, directives } of node.values ?? []) {
      const graph = directives?.find((directive) => directive.name.value === 'join__graph');
      graphs.set(textOf(graph, 'name') ?? name.value, name.value);
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

function remembered(
  compute: (subgraph: string, type: string) => ReadonlySet<string>,
): (subgraph: string, type: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (subgraph, type) => {
    const key = `${subgraph}\n${type}`;
    const value = known.get(key) ?? compute(subgraph, type);
    known.set(key, value);
    return value;
  };
}

function fieldSet(join: ConstDirectiveNode | undefined, name: string) {
  const fields = textOf(join, name);
  return fields === undefined ? undefined : selectionSet(fields);
}

function selectionSet(fields: string): SelectionSetNode {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError(`No fields: ${fields}`);
  return operation.selectionSet;
}

function textOf(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  return directive && text(directive, name);
}

function text(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((node) => node.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function flag(directive: ConstDirectiveNode, name: string): boolean {
  const value = directive.arguments?.find((node) => node.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}

function isName(name: string | undefined): name is string {
  return name !== undefined;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
