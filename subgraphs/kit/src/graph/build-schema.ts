import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNullableType,
  isObjectType,
  parse,
} from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { type Access, requireAccess } from './access.js';
import type { ReferenceLoader, SubgraphDefinition } from './define-subgraph.js';
import type { GraphContext } from './graph-context.js';
import { sizeConnections } from './size-connections.js';
import { USER_ERROR_TYPES } from './user-error.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@tag", "@inaccessible", "@override",
  "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize"])

"""The events that a mutation may append to the log, by full name."""
directive @emits(events: [String!]!) on FIELD_DEFINITION
`;

type ResolverMap = Record<string, Record<string, unknown>>;

export interface BuiltSubgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** The contract: SDL with federation directives. */
  readonly sdl: string;
  /** What each root field asks of its caller: `anonymous`, `authenticated`, or the scope. */
  readonly access: ReadonlyMap<string, string>;
}

/** Makes the executable federated schema of a subgraph. Throws TypeError where a root field says nothing of access. */
export function buildSubgraph(definition: SubgraphDefinition): BuiltSubgraph {
  const { name, resolvers, orphanedTypes = [], references } = definition;
  // Federation's directives are unknown to plain GraphQL, so the check happens in `buildSubgraphSchema`.
  const plain = buildSchemaSync({
    resolvers: [...resolvers] as unknown as NonEmptyArray<() => unknown>,
    orphanedTypes: [...USER_ERROR_TYPES, ...orphanedTypes] as unknown as (() => unknown)[],
    validate: false,
    skipCheck: true,
    // Live events come from the log; type-graphql only wants to see that something is there.
    pubSub: {
      publish: () => {},
      subscribe: () => ({ [Symbol.asyncIterator]: () => refuseTopics() }),
    },
  });
  describeRoots(plain);
  loosenQueries(plain);
  sizeConnections(plain);
  const sdl = `${LINK}\n${printSchemaWithDirectives(plain)}`;
  const resolverMap = createResolversMap(plain) as ResolverMap;
  for (const [type, load] of Object.entries(references)) {
    resolverMap[type] = { ...resolverMap[type], __resolveReference: referenceResolver(type, load) };
  }
  guardSubscriptions(plain, resolverMap);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolverMap as never }]);
  return { name, schema, sdl, access: everyRootSaysAccess(plain) };
}

function referenceResolver(type: string, load: ReferenceLoader) {
  const token = `reference:${type}`;
  return (reference: { id: string }, ctx: GraphContext, _info: GraphQLResolveInfo) =>
    ctx.read.load(token, reference.id, (ids) => load(ctx, ids)).then((found) => found ?? null);
}

function everyRootSaysAccess(schema: GraphQLSchema): Map<string, string> {
  const access = new Map<string, string>();
  for (const root of [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]) {
    if (!isObjectType(root)) continue;
    for (const { name, extensions } of Object.values(root.getFields())) {
      const says = extensions.access as Access | undefined;
      if (!says)
        throw new TypeError(
          `${root.name}.${name} needs one of @Requires, @Authenticated, @Anonymous`,
        );
      access.set(name, typeof says === 'string' ? says : says.scope);
    }
  }
  return access;
}

type Subscribe = (root: unknown, args: unknown, ctx: GraphContext, info: unknown) => unknown;

/** Middleware runs for each event; who may not subscribe at all is turned away before the first one. */
function guardSubscriptions(schema: GraphQLSchema, resolvers: ResolverMap): void {
  for (const [name, { extensions }] of Object.entries(
    schema.getSubscriptionType()?.getFields() ?? {},
  )) {
    const field = resolvers.Subscription?.[name] as { subscribe: Subscribe };
    const { subscribe } = field;
    field.subscribe = (root, args, ctx, info) => {
      requireAccess(extensions.access as Access, ctx.principal);
      return subscribe(root, args, ctx, info);
    };
  }
}

function refuseTopics(): never {
  throw new TypeError('Subscriptions read the log: give @Subscription a `subscribe` function');
}

/** Roots are described alike in every subgraph: composition makes one type of them. The one input of a mutation is described by its type. */
function describeRoots(schema: GraphQLSchema): void {
  const described = [
    [schema.getQueryType(), 'What can be read.'],
    [schema.getMutationType(), 'What can be done: one field, one input, one transaction.'],
    [schema.getSubscriptionType(), 'What can be watched live.'],
  ] as const;
  for (const [root, description] of described) if (root) root.description = description;
  for (const { args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    for (const arg of args) if (arg.name === 'input') arg.description ??= 'What is wished.';
  }
}

/** A query often asks several subgraphs at once: where one of them is down, its fields are null and the others stand. */
function loosenQueries(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    field.type = getNullableType(field.type);
  }
}
