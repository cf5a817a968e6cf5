import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What an operation touches of a schema. */
export interface OperationCoordinates {
  readonly coordinates: ReadonlySet<string>;
  /** Those of them that are deprecated. */
  readonly deprecated: ReadonlySet<string>;
  /** Variables of which the values tell more: input objects and enums. */
  readonly inputs: readonly { readonly name: string; readonly type: GraphQLInputType }[];
}

/** Reads the coordinates of a document with one operation; see `UsedOperation.coordinates`. */
export function operationCoordinates(
  schema: GraphQLSchema,
  document: DocumentNode,
): OperationCoordinates {
  const coordinates = new Set<string>();
  const deprecated = new Set<string>();
  const inputs: OperationCoordinates['inputs'][number][] = [];
  const types = new TypeInfo(schema);
  const add = (coordinate: string, reason: string | null | undefined): void => {
    coordinates.add(coordinate);
    if (reason != null) deprecated.add(coordinate);
  };
  const place = (): string =>
    types.getDirective()
      ? `@${types.getDirective()?.name}`
      : `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;

  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const field = types.getFieldDef();
        if (!field || field.name.startsWith('__')) return;
        add(`${types.getParentType()?.name}.${field.name}`, field.deprecationReason);
        const returned = getNamedType(field.type);
        if (isCompositeType(returned)) coordinates.add(returned.name);
      },
      Directive({ name }) {
        coordinates.add(`@${name.value}`);
      },
      Argument() {
        const argument = types.getArgument();
        if (argument) add(`${place()}(${argument.name}:)`, argument.deprecationReason);
      },
      ObjectValue() {
        const type = getNamedType(types.getInputType());
        if (isInputObjectType(type)) coordinates.add(type.name);
      },
      ObjectField({ name }) {
        const type = getNamedType(types.getParentInputType());
        if (!isInputObjectType(type)) return;
        const field = type.getFields()[name.value];
        if (field) add(`${type.name}.${field.name}`, field.deprecationReason);
      },
      EnumValue({ value }) {
        const type = getNamedType(types.getInputType());
        if (!isEnumType(type)) return;
        add(`${type.name}.${value}`, type.getValue(value)?.deprecationReason);
      },
      NamedType({ name }) {
        coordinates.add(name.value);
      },
      VariableDefinition({ variable, type: node }) {
        const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
        const named = getNamedType(type);
        if (type && (isInputObjectType(named) || isEnumType(named))) {
          inputs.push({ name: variable.name.value, type });
        }
      },
    }),
  );
  return { coordinates, deprecated, inputs };
}
