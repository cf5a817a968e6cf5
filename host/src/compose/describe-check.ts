import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  parse,
  type StringValueNode,
  type TypeDefinitionNode,
} from 'graphql';

interface Described {
  readonly description?: StringValueNode;
  readonly name: { readonly value: string };
}

/** Federation's own elements are described by its specification. */
const EXEMPT = /^(_Service|_Entity|_Any|link__|federation__|join__|core__)/;

/**
 * Elements of a schema without a description, by coordinate (`Client.name`). A type that only refers to an
 * entity of another subgraph (all its fields are keys) is described by its owner.
 */
export function undescribed(sdl: string, ownTypes: ReadonlySet<string>): string[] {
  const missing: string[] = [];
  const need = (coordinate: string, node: Described) => {
    if (!node.description?.value.trim()) missing.push(coordinate);
  };
  for (const definition of definitions(parse(sdl))) {
    const type = definition.name.value;
    if (EXEMPT.test(type)) continue;
    const own = ownTypes.has(type);
    if (own) need(type, definition);
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      for (const value of definition.values ?? []) need(`${type}.${value.name.value}`, value);
    }
    if ('fields' in definition) {
      for (const field of definition.fields ?? []) {
        if (!own && field.name.value === 'id') continue;
        need(`${type}.${field.name.value}`, field);
        const parameters = 'arguments' in field ? (field.arguments ?? []) : [];
        for (const argument of parameters) {
          need(`${type}.${field.name.value}(${argument.name.value}:)`, argument);
        }
      }
    }
  }
  return missing;
}

function definitions(document: DocumentNode): TypeDefinitionNode[] {
  const isType = (node: DefinitionNode): node is TypeDefinitionNode =>
    /TypeDefinition$/.test(node.kind);
  return document.definitions.filter(isType);
}
