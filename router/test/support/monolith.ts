import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { RouterResult } from '../../src/index.js';
import { composeShop } from './shop.js';
import { accounts, inventory, products, reviews } from './shop-resolvers.js';

type Resolvers = Record<string, Record<string, unknown>>;

/** The shop as one plain graphql-js schema with the resolvers of all its subgraphs. */
function buildMonolith(): GraphQLSchema {
  const schema = buildSchema(composeShop().apiSdl);
  for (const resolvers of [accounts, products, reviews, inventory] as unknown as Resolvers[]) {
    for (const [typeName, fields] of Object.entries(resolvers)) {
      const type = schema.getType(typeName);
      if (isAbstractType(type)) type.resolveType = (value) => value.__typename;
      if (!isObjectType(type)) continue;
      for (const [name, resolve] of Object.entries(fields)) {
        const field = type.getFields()[name];
        if (field && typeof resolve === 'function') {
          field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
        }
      }
    }
  }
  return schema;
}

let monolith: GraphQLSchema | undefined;

/** What one graphql-js server would answer. */
export async function executeMonolith(
  query: string,
  variableValues?: Record<string, unknown>,
): Promise<RouterResult> {
  monolith ??= buildMonolith();
  const document = parse(query);
  const invalid = validate(monolith, document);
  if (invalid.length > 0) throw new TypeError(`${query}\n${invalid.join('\n')}`);
  const result = await execute({
    schema: monolith,
    document,
    ...(variableValues && { variableValues }),
  });
  return JSON.parse(JSON.stringify(result));
}
