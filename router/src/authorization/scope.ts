import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';

/** Where a selection stands: the type it is written for, and the object types it can meet. */
export interface SelectionScope {
  readonly type: GraphQLCompositeType;
  readonly possible: ReadonlySet<string>;
}

export function scopeOf(schema: GraphQLSchema, type: GraphQLCompositeType): SelectionScope {
  const possible = isAbstractType(type)
    ? schema.getPossibleTypes(type).map(({ name }) => name)
    : [type.name];
  return { type, possible: new Set(possible) };
}

/** The scope inside a fragment on `condition`. */
export function narrow(
  schema: GraphQLSchema,
  scope: SelectionScope,
  condition: string | undefined,
): SelectionScope {
  const type = condition === undefined ? undefined : schema.getType(condition);
  if (!isCompositeType(type)) return scope;
  const { possible } = scopeOf(schema, type);
  return { type, possible: new Set([...scope.possible].filter((name) => possible.has(name))) };
}

/** The field's definition: that of the one object type, where only one is possible. */
export function fieldIn(
  schema: GraphQLSchema,
  { type, possible }: SelectionScope,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const [only] = possible;
  const owner = possible.size === 1 && only !== undefined ? schema.getType(only) : type;
  return isCompositeType(owner) && !isUnionType(owner) ? owner.getFields()[name] : undefined;
}
