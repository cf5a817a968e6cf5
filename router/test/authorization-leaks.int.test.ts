import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { Random } from '../fuzz/random.js';
import { composeSubgraphs } from '../src/compose/index.js';
import {
  type AuthorizationPort,
  createRouter,
  inProcess,
  loadSupergraph,
  type Router,
} from '../src/index.js';
import { randomOperation } from './support/guarded-operations.js';
import { silent } from './support/shop.js';

/** Every guarded value names in brackets the rights without which nobody may read it. */
const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.7"
  import: ["@key", "@authenticated", "@requiresScopes", "@policy"]
)`;
const typeDefs = {
  left: `${LINK}
    type Query { thing: Thing  things: [Node]  any: [Any!]  named: [Named!]  gold: [[Gold]] }
    interface Node { id: ID!  text: String  next: Node }
    interface Named { name: String  text: String }
    union Any = Thing | Vault | Diary
    type Thing implements Node & Named @key(fields: "id") {
      id: ID!  text: String  next: Node  name: String @requiresScopes(scopes: [["a"]])
      gold: Gold  diary: Diary
    }
    type Vault implements Node & Named @key(fields: "id") @requiresScopes(scopes: [["b"]]) {
      id: ID!  text: String  next: Thing  name: String
    }
    type Diary implements Node @key(fields: "id") {
      id: ID! @requiresScopes(scopes: [["c"]])
      text: String @policy(policies: [["d"]])
      next: Node @authenticated
    }
    scalar Gold @requiresScopes(scopes: [["a", "b"]])
  `,
  right: `${LINK}
    type Thing @key(fields: "id") { id: ID!  extra: String @requiresScopes(scopes: [["b"]])  more: String! }
    type Diary @key(fields: "id") { id: ID! @requiresScopes(scopes: [["c"]])  mood: String  day: String @policy(policies: [["d"]]) }
  `,
};
const RIGHTS = ['a', 'b', 'c', 'd', 'e'] as const;

const thing = (depth: number): object => ({
  __typename: 'Thing',
  id: `t${depth}`,
  text: 'free',
  name: '[a]',
  gold: '[a][b]',
  next: () => node(depth + 1),
  diary: () => diary(depth + 1),
});
const vault = (depth: number): object => ({
  __typename: 'Vault',
  id: `[b] v${depth}`,
  text: '[b]',
  name: '[b]',
  next: () => thing(depth + 1),
});
const diary = (depth: number): object => ({
  __typename: 'Diary',
  id: `[c] d${depth}`,
  text: '[d]',
  next: () => ({ ...thing(depth + 1), text: '[e]' }),
});
const node = (depth: number): object => [thing, vault, diary][depth % 3]?.(depth) ?? {};
const all = () => [thing(1), vault(1), diary(1)];

const left = {
  Query: {
    thing: () => thing(0),
    things: all,
    any: all,
    named: () => [vault(2), thing(2)],
    gold: () => [['[a][b]']],
  },
};
const right = {
  Thing: { extra: () => '[b]', more: ({ id }: { id: string }) => `more of ${id}` },
  Diary: { mood: () => 'fine', day: () => '[d]' },
};

const port: AuthorizationPort<Set<string>> = {
  isAuthenticated: (rights) => rights?.has('e') ?? false,
  scopes: (rights) => rights ?? new Set(),
  policies: async (names, { principal }) => new Set(names.filter((name) => principal?.has(name))),
};

let schema: GraphQLSchema;
let guarded: Router<Set<string>>;
let open: Router<Set<string>>;
beforeAll(async () => {
  const composed = composeSubgraphs([
    { name: 'left', typeDefs: typeDefs.left },
    { name: 'right', typeDefs: typeDefs.right },
  ]);
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  const supergraph = composed.supergraphSdl;
  const loaded = loadSupergraph(supergraph);
  if (!loaded.ok) throw new TypeError(loaded.errors.join());
  schema = loaded.supergraph.apiSchema;
  const subgraphs = () => ({
    left: inProcess({
      schema: buildSubgraphSchema([{ typeDefs: parse(typeDefs.left), resolvers: left }]),
    }),
    right: inProcess({
      schema: buildSubgraphSchema([{ typeDefs: parse(typeDefs.right), resolvers: right }]),
    }),
  });
  const common = { supergraph, logger: silent };
  guarded = await createRouter({ ...common, subgraphs: subgraphs(), authorization: port });
  open = await createRouter({ ...common, subgraphs: subgraphs(), authorization: false });
});
afterAll(() => Promise.all([guarded.close(), open.close()]));

/** Is everything that `part` shows also in `whole`, and null at most where it is not shown? */
function isPart(part: unknown, whole: unknown): boolean {
  if (part === null) return true;
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      part.length === whole.length &&
      part.every((item, index) => isPart(item, whole[index]))
    );
  }
  if (typeof part !== 'object') return part === whole;
  const other = Object(whole) as Record<string, unknown>;
  return (
    Object.keys(part).join() === Object.keys(other).join() &&
    Object.entries(part).every(([key, value]) => isPart(value, other[key]))
  );
}

async function check(query: string, random: Random): Promise<void> {
  const principal = new Set(RIGHTS.filter(() => random.chance(50)));
  const variables = { yes: random.chance(75), no: random.chance(25) };
  const whole = await open.execute({ query, variables });
  const part = await guarded.execute({ query, variables, principal });
  const told = { query, rights: [...principal], part };
  for (const right of RIGHTS) {
    const leaks = !principal.has(right) && JSON.stringify(part.data).includes(`[${right}]`);
    expect({ ...told, right, leaks }).toMatchObject({ leaks: false });
  }
  const codes = new Set((part.errors ?? []).map(({ extensions }) => extensions?.code));
  expect({ ...told, codes: [...codes] }).toMatchObject({
    codes: codes.size === 0 ? [] : ['UNAUTHORIZED_FIELD_OR_TYPE'],
  });
  expect({
    ...told,
    whole: whole.data,
    isPart: isPart(part.data ?? null, whole.data),
  }).toMatchObject({
    isPart: true,
  });
  if (codes.size === 0) expect(part).toEqual(whole);
}

async function asksForGuarded(query: string): Promise<boolean> {
  const { data } = await open.execute({ query, variables: { yes: true, no: false } });
  return JSON.stringify(data).includes('[a]') || JSON.stringify(data).includes('[b]');
}

describe('random operations of callers with random rights', () => {
  it.each([1, 2])('show them nothing that they may not see: seed %i', async (seed) => {
    const random = new Random(seed);
    let checked = 0;
    let shown = 0;
    for (let turn = 0; turn < 400 && checked < 50; turn++) {
      const query = randomOperation(schema, random);
      if (validate(schema, parse(query)).length > 0) continue;
      await check(query, random);
      checked++;
      if (await asksForGuarded(query)) shown++;
    }
    expect(checked).toBe(50);
    // The operations do ask for what is guarded.
    expect(shown).toBeGreaterThan(25);
  });
});
