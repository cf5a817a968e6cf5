import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import type { Caller } from './caller.js';

export type Field = GraphQLField<unknown, unknown>;

/** The API as it tells of itself. */
export async function introspected(caller: Caller): Promise<GraphQLSchema> {
  return buildClientSchema(await caller.query<IntrospectionQuery>(getIntrospectionQuery()));
}

export function rootFields(schema: GraphQLSchema, kind: 'query' | 'mutation'): Field[] {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {});
}
