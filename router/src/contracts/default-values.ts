import {
  type ConstValueNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
} from 'graphql';

interface Input {
  readonly coordinate: string;
  readonly defaultValue: ConstValueNode | undefined;
  readonly type: GraphQLInputType | undefined;
}

/** Default values that hold what a contract hides: clients would be told of it, or the default be lost. */
export function lostDefaults(supergraph: DocumentNode, schema: GraphQLSchema): string[] {
  return inputs(supergraph, schema).flatMap(({ coordinate, defaultValue, type }) =>
    defaultValue && type && holdsHidden(defaultValue, type)
      ? [`The default value of ${coordinate} holds what is hidden.`]
      : [],
  );
}

function holdsHidden(value: ConstValueNode, type: GraphQLInputType): boolean {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = value.kind === Kind.LIST ? value.values : [value];
    return items.some((item) => holdsHidden(item, nullable.ofType));
  }
  if (isEnumType(nullable)) return value.kind === Kind.ENUM && !nullable.getValue(value.value);
  if (!isInputObjectType(nullable) || value.kind !== Kind.OBJECT) return false;
  const fields = nullable.getFields();
  return value.fields.some((field) => {
    const declared = fields[field.name.value];
    return !declared || holdsHidden(field.value, declared.type);
  });
}

/** Every argument and input field that is declared, with the type that it has in `schema` where it is seen there. */
function inputs(supergraph: DocumentNode, schema: GraphQLSchema): Input[] {
  return supergraph.definitions.flatMap((node): Input[] => {
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      const type = schema.getType(node.name.value);
      const seen = isInputObjectType(type) ? type.getFields() : {};
      return (node.fields ?? []).map(({ name, defaultValue }) => ({
        coordinate: `${node.name.value}.${name.value}`,
        defaultValue,
        type: seen[name.value]?.type,
      }));
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      return [];
    }
    const type = schema.getType(node.name.value);
    const seen = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    return (node.fields ?? []).flatMap((field) =>
      (field.arguments ?? []).map(({ name, defaultValue }) => ({
        coordinate: `${node.name.value}.${field.name.value}(${name.value}:)`,
        defaultValue,
        type: seen[field.name.value]?.args.find((argument) => argument.name === name.value)?.type,
      })),
    );
  });
}
