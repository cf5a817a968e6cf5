import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** The names of all types that an operation can mention, or an answer hold. */
export function reachableTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const waiting: GraphQLNamedType[] = roots.filter((type) => type != null);
  for (const { args } of schema.getDirectives()) waiting.push(...args.map(namedTypeOf));
  const reached = new Set<string>();
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (reached.has(type.name)) continue;
    reached.add(type.name);
    waiting.push(...neighbours(schema, type));
  }
  return reached;
}

function neighbours(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLNamedType[] {
  const next: GraphQLNamedType[] = [];
  if (isAbstractType(type)) next.push(...schema.getPossibleTypes(type));
  if (isInputObjectType(type)) next.push(...Object.values(type.getFields()).map(namedTypeOf));
  if (isObjectType(type) || isInterfaceType(type)) {
    next.push(...type.getInterfaces());
    for (const field of Object.values(type.getFields())) {
      next.push(namedTypeOf(field), ...field.args.map(namedTypeOf));
    }
  }
  return next;
}

function namedTypeOf({ type }: { readonly type: Parameters<typeof getNamedType>[0] }) {
  return getNamedType(type) as GraphQLNamedType;
}
