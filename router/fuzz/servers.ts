import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  visit,
} from 'graphql';
import type { Thing, World } from './data.ts';

export type Answer = ExecutionResult<Record<string, unknown>>;
export type Variables = Readonly<Record<string, unknown>>;

/** Something that answers operations in this process. */
export type Ask = (document: DocumentNode, variables: Variables, world: World) => Promise<Answer>;

/**
 * One subgraph over the made-up data. A `careless` one has no `!` on what it answers, so that
 * nulls where the supergraph allows none reach the router without an error.
 */
export function subgraphServer(subgraph: string, sdl: string, careless: boolean): Ask {
  const document = careless ? withoutPromises(parse(sdl)) : parse(sdl);
  const schema = buildSubgraphSchema([{ typeDefs: document }]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const resolveReference = (told: Record<string, unknown>, world: World) => {
      const found = world.find(told);
      return found && { ...found, __typename: nameIn(schema, found, String(told.__typename)) };
    };
    const former = type.extensions.apollo as { subgraph?: object } | undefined;
    const apollo = { ...former, subgraph: { ...former?.subgraph, resolveReference } };
    type.extensions = { ...type.extensions, apollo };
  }
  return (document, variables, world) => run(schema, document, variables, world, subgraph);
}

/** All of the made-up data behind the schema that clients see. */
export function monolithServer(apiSdl: string): { schema: GraphQLSchema; ask: Ask } {
  const schema = buildSchema(apiSdl);
  return { schema, ask: (document, variables, world) => run(schema, document, variables, world) };
}

async function run(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Variables,
  world: World,
  subgraph?: string,
): Promise<Answer> {
  const fieldResolver: GraphQLFieldResolver<Thing, World> = (thing, args, _, info) =>
    world.resolve(thing, info.fieldName, args, subgraph);
  const rootValue: Thing = { __typename: 'Query', id: 'Query' };
  return execute({
    schema,
    document,
    variableValues,
    rootValue,
    // `_entities` hands its context on to the references.
    contextValue: world,
    fieldResolver: fieldResolver as GraphQLFieldResolver<unknown, unknown>,
    typeResolver: (thing) => (thing as Thing).__typename,
  }) as Promise<Answer>;
}

/** Where a subgraph knows only an interface object, its things have that name. */
function nameIn(schema: GraphQLSchema, { __typename }: Thing, asked: string): string {
  return isObjectType(schema.getType(__typename)) ? __typename : asked;
}

function withoutPromises(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition: {
      enter: (field) => ({
        ...field,
        type: visit(field.type, { [Kind.NON_NULL_TYPE]: ({ type }) => type }),
      }),
    },
  });
}
