import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { composeSubgraphs } from '../../src/compose/index.js';
import {
  type AuthorizationPort,
  createRouter,
  inProcess,
  type Router,
  type RouterConfig,
} from '../../src/index.js';
import { silent } from '../../test/support/shop.js';

export interface Reader {
  id: string;
  scopes: string[];
}

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@requiresScopes", "@policy", { name: "@authenticated", as: "@signedIn" }]
)`;

const typeDefs = {
  accounts: `${LINK}
    type Query { me: User @signedIn  users: [User!]!  user(id: ID!): User  secret: Secret }
    type Mutation { rename(id: ID!, name: String!): User @requiresScopes(scopes: [["user:write"]]) }
    type User @key(fields: "id") {
      id: ID! @signedIn
      name: String!
      email: String @requiresScopes(scopes: [["user:read", "user:email"], ["admin"]])
      card: String @policy(policies: [["billing"]])
      salary: Money
      mood: Mood
      manager: User!
    }
    scalar Money @requiresScopes(scopes: [["pay"]])
    enum Mood @policy(policies: [["friend"], ["family"]]) { GOOD BAD }
    type Secret @signedIn { text: String! }
  `,
  posts: `${LINK}
    type Query { posts: [Post!]  feed: [Item!]  notes: [Note!]! }
    type Subscription {
      postAdded: PublicPost
      secretAdded: PrivatePost @requiresScopes(scopes: [["admin"]])
    }
    interface Post { id: ID!  title: String!  author: User }
    type PublicPost implements Post { id: ID!  title: String!  author: User }
    type PrivatePost implements Post @signedIn { id: ID!  title: String!  author: User }
    union Item = PublicPost | PrivatePost
    interface Note { id: ID!  text: String }
    type Memo implements Note { id: ID!  text: String }
    type Diary implements Note { id: ID!  text: String @requiresScopes(scopes: [["admin"]]) }
    type User @key(fields: "id") {
      id: ID! @signedIn
      email: String @external
      contact: String
        @requires(fields: "email")
        @requiresScopes(scopes: [["user:read", "user:email"], ["admin"]])
      posts: [Post!]!
    }
  `,
};

const user = (id: string) => ({
  id,
  name: `name of ${id}`,
  email: `${id}@example.org`,
  card: '4111',
  salary: 100,
  mood: 'GOOD',
  manager: { id: 'u2', name: 'name of u2' },
});
const posts = [
  { __typename: 'PublicPost', id: 'p1', title: 'Hello', author: { id: 'u1' } },
  { __typename: 'PrivatePost', id: 'p2', title: 'Hush', author: { id: 'u2' } },
];

const resolvers = {
  accounts: {
    Query: {
      me: () => user('u1'),
      users: () => [user('u1'), user('u2')],
      user: (_: unknown, { id }: { id: string }) => user(id),
      secret: () => ({ text: 'psst' }),
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...user(id), name }),
    },
    User: { __resolveReference: ({ id }: { id: string }) => user(id) },
  },
  posts: {
    Query: {
      posts: () => posts,
      feed: () => posts,
      notes: () => [
        { __typename: 'Memo', id: 'n1', text: 'milk' },
        { __typename: 'Diary', id: 'n2', text: 'love' },
      ],
    },
    Subscription: {
      postAdded: {
        async *subscribe() {
          yield posts[0];
        },
        resolve: (post: unknown) => post,
      },
      secretAdded: {
        async *subscribe() {
          yield posts[1];
        },
        resolve: (post: unknown) => post,
      },
    },
    User: {
      contact: ({ email }: { email: string }) => `mailto:${email}`,
      posts: () => posts,
    },
  },
};

/** As older compositions wrote it: what is computed from a guarded field is not guarded itself. */
function composeBlog(): string {
  const composed = composeSubgraphs([
    { name: 'accounts', typeDefs: typeDefs.accounts },
    { name: 'posts', typeDefs: typeDefs.posts },
  ]);
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed.supergraphSdl.replace(
    /(contact: String @join__field\([^)]*\)) @requiresScopes\(.*\)/,
    '$1',
  );
}

function schemaOf(name: keyof typeof typeDefs): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs[name]), resolvers: resolvers[name] }]);
}

export interface Blog {
  router: Router<Reader>;
  url: string;
  /** `subgraph: operation` of each call, newest last. */
  calls: string[];
}

/** Readers come as `Bearer <id>:<scope>,<scope>`. */
export async function openBlog(
  authorization: AuthorizationPort<Reader> | false = {},
  config: Partial<RouterConfig<Reader>> = {},
): Promise<Blog> {
  const calls: string[] = [];
  const router = await createRouter<Reader>({
    supergraph: composeBlog(),
    logger: silent,
    subgraphs: {
      accounts: inProcess({
        schema: schemaOf('accounts'),
      }),
      posts: inProcess({
        schema: schemaOf('posts'),
      }),
    },
    authorization,
    authentication: {
      async authenticate({ headers }) {
        const [, id, scopes] = /^Bearer (\w+):(.*)$/.exec(headers.authorization ?? '') ?? [];
        if (id === undefined || scopes === undefined) return { anonymous: true };
        return { principal: { id, scopes: scopes.split(',') } };
      },
    },
    plugins: [
      {
        name: 'calls',
        onSubgraphRequest({ request }) {
          calls.push(`${request.subgraph}: ${request.query.replaceAll(/\s+/g, ' ')}`);
          return undefined;
        },
      },
    ],
    ...config,
  });
  const { url } = await router.start({ port: 0 });
  return { router, url: `${url}/graphql`, calls };
}
