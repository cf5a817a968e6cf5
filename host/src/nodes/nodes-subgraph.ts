import { buildSubgraphSchema } from '@apollo/subgraph';
import { decodeId, type Principal } from '@nexus/kit/domain';
import type { BuiltSubgraph } from '@nexus/kit/graph';
import type { OperationContext, SubgraphTransport } from '@nexus/router';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { nodeOwners, nodesSdl } from './nodes-sdl.js';

const MAX_IDS = 100;
const QUERY =
  'query($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
const DOCUMENT = parse(QUERY);

type Context = OperationContext<Principal>;
interface Reference {
  readonly __typename: string;
  readonly id: string;
}

/**
 * The executable subgraph behind `node(id)`: finds the owner of an id by its prefix and asks the owner's
 * `_entities`, so that existence and permission are verified even when only the id is asked for.
 * The one place where a subgraph calls another.
 */
export function nodesSchema(
  built: readonly BuiltSubgraph[],
  transports: Readonly<Record<string, SubgraphTransport<Principal>>>,
): GraphQLSchema {
  const owners = nodeOwners(built);

  async function find(ids: readonly string[], context: Context): Promise<(Reference | null)[]> {
    const references = ids.map((id): Reference | undefined => {
      const entity = decodeId(id)?.entity;
      return entity && owners.has(entity) ? { __typename: entity, id } : undefined;
    });
    const found = new Set<string>();
    const asked = new Set(
      references.flatMap((reference) => owners.get(reference?.__typename ?? '') ?? []),
    );
    await Promise.all(
      [...asked].map(async (owner) => {
        const own = references.filter(
          (ref) => ref !== undefined && owners.get(ref.__typename) === owner,
        ) as Reference[];
        for (const ref of await existing(owner, own, context)) found.add(ref.id);
      }),
    );
    return references.map((reference) => (reference && found.has(reference.id) ? reference : null));
  }

  async function existing(
    owner: string,
    references: readonly Reference[],
    context: Context,
  ): Promise<Reference[]> {
    const { data, errors } = (await transports[owner]?.execute(
      {
        subgraph: owner,
        operationKind: 'query',
        operationName: undefined,
        query: QUERY,
        document: DOCUMENT,
        variables: { representations: references },
      },
      context,
    )) ?? { data: null };
    // An owner in trouble has not said that there is nothing: absent and unknown must not look alike.
    const [fault] = errors ?? [];
    if (fault) throw passOn(fault);
    const entities = (data?._entities ?? []) as (object | null)[];
    return references.filter((_, i) => entities[i] != null);
  }

  const resolvers = {
    Node: { __resolveType: ({ __typename }: Reference) => __typename },
    Query: {
      node: async (_: unknown, { id }: { id: string }, context: Context) =>
        (await find([id], signedIn(context)))[0] ?? null,
      nodes: (_: unknown, { ids }: { ids: string[] }, context: Context) => {
        if (ids.length > MAX_IDS) {
          throw new GraphQLError(`At most ${MAX_IDS} ids.`, {
            extensions: { code: 'BAD_USER_INPUT' },
          });
        }
        return find(ids, signedIn(context));
      },
    },
  };
  return buildSubgraphSchema([{ typeDefs: parse(nodesSdl(built)), resolvers }]);
}

/** The owner's fault as ours: its path is the owner's, its cause is what the router logs. */
function passOn({ message, extensions, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { extensions, originalError });
}

function signedIn(context: Context): Context {
  if (context.principal) return context;
  throw new GraphQLError('Sign in to see this.', { extensions: { code: 'UNAUTHENTICATED' } });
}
