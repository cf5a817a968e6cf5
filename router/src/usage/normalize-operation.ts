import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { separateOperation } from '../support/fragments.js';

/** An operation of a document and the fragments that it spreads, the literals in it made empty. */
export function normalizeOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): DocumentNode {
  return withoutLiterals(schema, separateOperation(document, definition.name?.value));
}

/** The text under which operations that differ in literals, white space and comments are one. */
export function operationText(document: DocumentNode): string {
  return document.definitions.map((definition) => print(definition)).join('\n');
}

/**
 * Text and numbers become empty and zero, so that nothing of what a user typed is kept and the operation stays valid;
 * names of enum values and `true` and `false` stay. Lists keep one of equal items, custom scalars nothing.
 */
function withoutLiterals(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      StringValue: (node) => ({ kind: node.kind, value: '' }),
      IntValue: (node) => ({ ...node, value: '0' }),
      FloatValue: (node) => ({ ...node, value: '0' }),
      ObjectValue: {
        enter: (node) => {
          const type = types.getInputType();
          if (type && isInputObjectType(getNamedType(type))) return undefined;
          return { ...node, fields: [] };
        },
      },
      ListValue: {
        enter: (node) => {
          const type = types.getParentInputType() ?? types.getInputType();
          if (
            type &&
            (isListType(getNullableType(type)) || isInputObjectType(getNamedType(type)))
          ) {
            return undefined;
          }
          return { ...node, values: [] };
        },
        leave: (node) => {
          const distinct = new Map(node.values.map((value) => [print(value), value]));
          return { ...node, values: [...distinct.values()] };
        },
      },
    }),
  );
}
