import { astFromType } from '@graphql-tools/utils';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { DEFAULT_PAGE } from '../read/connection.js';

/** Says of each field that answers a connection how long its page may be, for those who estimate costs. */
export function sizeConnections(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isPaged(field)) field.astNode = withListSize(field);
    }
  }
}

function isPaged({ args, type }: GraphQLField<unknown, unknown>): boolean {
  const answered = getNamedType(type);
  const fields = isObjectType(answered) ? answered.getFields() : {};
  const sliced = ['first', 'last'].every((name) => args.some((arg) => arg.name === name));
  return sliced && 'nodes' in fields && 'edges' in fields;
}

function withListSize({
  name,
  type,
  astNode,
}: GraphQLField<unknown, unknown>): FieldDefinitionNode {
  const node: FieldDefinitionNode = astNode ?? {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    type: astFromType(type),
  };
  return { ...node, directives: [...(node.directives ?? []), LIST_SIZE] };
}

const LIST_SIZE = directive(
  `@listSize(assumedSize: ${DEFAULT_PAGE}, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`,
);

function directive(text: string): ConstDirectiveNode {
  const [definition] = parse(`type Any ${text} { any: Int }`).definitions;
  const [node] =
    definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.directives ?? []) : [];
  if (!node) throw new TypeError(`This is no directive: ${text}`);
  return node;
}
