import {
  type GraphQLEnumType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import type { Selection } from './selection.js';

/** A field's type, prepared for completing values. */
export type Output =
  | { readonly kind: 'nonNull'; readonly of: Output }
  | { readonly kind: 'list'; readonly of: Output }
  | { readonly kind: 'leaf'; readonly name: string; readonly accept: (value: unknown) => unknown }
  | { readonly kind: 'object'; readonly typeName: string; readonly selection: Selection }
  | {
      readonly kind: 'abstract';
      readonly typeName: string;
      /** Types an object here may have in the public schema. */
      readonly possible: ReadonlySet<string>;
      /** What is used where the answer does not name the type; only an interface has fields. */
      readonly fallback: string | undefined;
      readonly selection: Selection;
    };

/** What {@link Output.accept} answers for a value that does not fit. */
export const REFUSED = Symbol('refused');

export function compileOutput(
  type: GraphQLOutputType,
  selection: Selection,
  schema: GraphQLSchema,
): Output {
  if (isNonNullType(type)) {
    return { kind: 'nonNull', of: compileOutput(type.ofType, selection, schema) };
  }
  if (isListType(type)) {
    return { kind: 'list', of: compileOutput(type.ofType, selection, schema) };
  }
  if (isScalarType(type)) return { kind: 'leaf', name: type.name, accept: scalar(type) };
  if (isEnumType(type)) return { kind: 'leaf', name: type.name, accept: enumeration(type) };
  if (isAbstractType(type)) {
    const possible = new Set(schema.getPossibleTypes(type).map(({ name }) => name));
    const fallback = isInterfaceType(type) ? type.name : undefined;
    return { kind: 'abstract', typeName: type.name, possible, fallback, selection };
  }
  return { kind: 'object', typeName: type.name, selection };
}

/** A value of an `@inaccessible` name is refused like one that does not exist. */
function enumeration(type: GraphQLEnumType): (value: unknown) => unknown {
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => (names.has(value) ? value : REFUSED);
}

/** Built-in scalars are checked, a subgraph may lie; custom ones are their subgraph's own matter. */
function scalar(type: GraphQLScalarType): (value: unknown) => unknown {
  switch (type.name) {
    case 'String':
      return (value) => (typeof value === 'string' ? value : REFUSED);
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? value : REFUSED);
    case 'Int':
      return (value) => (Number.isInteger(value) ? value : REFUSED);
    case 'Float':
      return (value) => (Number.isFinite(value) ? value : REFUSED);
    case 'ID':
      return (value) =>
        typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : REFUSED;
    default:
      return (value) => value;
  }
}
