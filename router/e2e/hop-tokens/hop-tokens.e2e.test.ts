import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JSONWebKeySet } from 'jose';
import { composeSubgraphs } from '../../src/compose/index.js';
import {
  createHopSigner,
  createRouter,
  type HopSigner,
  http,
  type Router,
} from '../../src/index.js';
import { post } from '../../test/support/client.js';
import { silent } from '../../test/support/shop.js';
import { openEvents } from '../../test/support/sse.js';
import { type GuardedSubgraph, type Member, serveGuarded } from './guarded-subgraph.js';

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])`;
const people = {
  typeDefs: `${LINK}
    type Query { me: Person }
    type Person @key(fields: "id") { id: ID! name: String! }`,
  resolvers: {
    Query: { me: (_: unknown, __: unknown, { sub }: { sub: string }) => ({ id: 'p1', name: sub }) },
    Person: {
      __resolveReference: ({ id }: { id: string }, { sub }: { sub: string }) => ({ id, name: sub }),
    },
  },
};
const money = {
  typeDefs: `${LINK}
    type Query { rates: [Int!] }
    type Subscription { paid: Person }
    type Person @key(fields: "id") { id: ID! balance: String }`,
  resolvers: {
    Subscription: {
      paid: {
        async *subscribe() {
          yield { id: 'p1' };
        },
        resolve: (person: unknown) => person,
      },
    },
    Person: {
      balance: (_: unknown, __: unknown, { sub }: { sub: string }) => `of ${sub}`,
    },
  },
};

const signerOf = (now: () => number): Promise<HopSigner<Member>> =>
  createHopSigner<Member>({
    claims: (member) => ({ sub: member?.name ?? 'nobody' }),
    cacheKey: (member) => member?.name ?? '',
    now,
  });

let time = Date.UTC(2026, 10, 21);
let signer: HopSigner<Member>;
let subgraphs: Record<'people' | 'money', GuardedSubgraph>;
let router: Router<Member>;
let origin: string;

beforeAll(async () => {
  signer = await signerOf(() => time);
  subgraphs = {
    people: await serveGuarded(people, signer, () => time),
    money: await serveGuarded(money, signer, () => time),
  };
  const composed = composeSubgraphs([
    { name: 'people', typeDefs: people.typeDefs },
    { name: 'money', typeDefs: money.typeDefs },
  ]);
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  const transport = ({ url }: GuardedSubgraph) =>
    http<Member>({
      url,
      headers: async ({ principal }) => ({
        authorization: `Bearer ${await signer.token(principal)}`,
      }),
    });
  router = await createRouter<Member>({
    supergraph: composed.supergraphSdl,
    subgraphs: { people: transport(subgraphs.people), money: transport(subgraphs.money) },
    hopSigner: signer,
    logger: silent,
    authentication: {
      authenticate: async ({ headers }) => {
        received.push(headers);
        return headers['x-user'] === undefined
          ? { anonymous: true }
          : { principal: { name: String(headers['x-user']) } };
      },
    },
  });
  origin = (await router.start({ port: 0 })).url;
});
afterAll(async () => {
  await router.close();
  await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
});
const received: object[] = [];
beforeEach(() => {
  received.splice(0);
  for (const { headers } of Object.values(subgraphs)) headers.splice(0);
});

const ENTITIES = {
  query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { balance } } }',
  variables: { r: [{ __typename: 'Person', id: 'p1' }] },
};

describe('a subgraph', () => {
  it('hears from the router who calls, in every part of a plan', async () => {
    const answer = await post(
      `${origin}/graphql`,
      { query: '{ me { name balance } }' },
      { 'x-user': 'ada' },
    );
    expect(answer.body).toEqual({ data: { me: { name: 'ada', balance: 'of ada' } } });
    const nobody = await post(`${origin}/graphql`, { query: '{ me { name balance } }' });
    expect(nobody.body).toEqual({ data: { me: { name: 'nobody', balance: 'of nobody' } } });
  });

  it.each([
    ['a query', { query: '{ me { name } }' }],
    ['entities', ENTITIES],
    ['its definition', { query: '{ _service { sdl } }' }],
  ])('refuses %s without a token of the router’s', async (what, body) => {
    const { url } = what === 'entities' ? subgraphs.money : subgraphs.people;
    const stranger = await (await signerOf(() => time)).token({ name: 'root' });
    const expired = await signer.token({ name: 'late' });
    for (const authorization of [undefined, 'Bearer x', `Bearer ${stranger}`]) {
      const answer = await post(url, body, authorization === undefined ? {} : { authorization });
      expect([answer.status, answer.body.data]).toEqual([401, undefined]);
    }
    expect((await post(url, body, { authorization: `Bearer ${expired}` })).status).toBe(200);
    time += 61_000;
    expect((await post(url, body, { authorization: `Bearer ${expired}` })).status).toBe(401);
  });

  it('can fetch the keys that it checks by', async () => {
    const response = await fetch(`${origin}/.well-known/nexus-internal-jwks.json`);
    const jwks = (await response.json()) as JSONWebKeySet;
    expect(jwks).toEqual(signer.jwks);
    expect(JSON.stringify(jwks)).not.toContain('"d"');
  });

  it('hears of a subscriber when its stream opens, and for each event', async () => {
    const body = { query: 'subscription { paid { balance name } }' };
    const events = await openEvents(`${origin}/graphql`, body, { headers: { 'x-user': 'ada' } });
    const { data } = await events.next();
    events.close();
    // A person of the other subgraph: known by key, asked for by `_entities`.
    expect(data).toEqual({ data: { paid: { balance: 'of ada', name: 'ada' } } });
    expect(subgraphs.people.headers).toHaveLength(1);
  });
});

it('what a client sends reaches no subgraph: neither internal headers nor its credentials', async () => {
  const forged = await (await signerOf(() => time)).token({ name: 'root' });
  const answer = await post(
    `${origin}/graphql`,
    { query: '{ me { name balance } }' },
    {
      'x-user': 'ada',
      authorization: `Bearer ${forged}`,
      'x-nexus-principal': '{"name":"root"}',
      'X-Nexus-Request-Id': 'forged',
      cookie: 'session=secret',
    },
  );
  expect(answer.body).toEqual({ data: { me: { name: 'ada', balance: 'of ada' } } });
  const seen = Object.values(subgraphs).flatMap(({ headers }) => headers);
  expect(seen).toHaveLength(2);
  for (const headers of seen) {
    const text = JSON.stringify(headers);
    for (const secret of [forged, 'root', 'forged', 'secret', 'x-user']) {
      expect(text).not.toContain(secret);
    }
  }
  expect(Object.keys(received[0] ?? {})).not.toContain('x-nexus-principal');
});
