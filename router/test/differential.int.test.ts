import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router, RouterResult } from '../src/index.js';
import { executeMonolith } from './support/monolith.js';
import { type ServedShop, serveShop } from './support/served-shop.js';
import { shopRouter } from './support/shop.js';

let inOneProcess: Router<string>;
let overHttp: Router<string>;
let withSecondPlanner: Router<string>;
let shop: ServedShop;
let url: string;

beforeAll(async () => {
  shop = await serveShop();
  inOneProcess = await shopRouter();
  withSecondPlanner = await shopRouter({ planner: 'apollo' });
  overHttp = await shopRouter({ subgraphs: shop.transports() });
  ({ url } = await overHttp.start({ port: 0 }));
});
afterAll(async () => {
  await Promise.all([inOneProcess, overHttp, withSecondPlanner].map((router) => router.close()));
  await shop.close();
});

/** What an HTTP client gets, whose answer is written as text. */
async function post(request: object): Promise<RouterResult> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return (await response.json()) as RouterResult;
}

/** Data must be equal to the byte; of errors, where they are. Messages may differ (masking). */
function comparable(result: RouterResult): unknown {
  const paths = (result.errors ?? []).map(({ path }) => JSON.stringify(path)).sort();
  return { data: JSON.stringify(result.data), paths };
}

const operations: [string, string, Record<string, unknown>?][] = [
  ['one subgraph', '{ me { id username email } users { id } }'],
  ['aliases', '{ a: me { x: id y: id } b: me { x: username } }'],
  [
    'type names everywhere',
    '{ __typename me { t: __typename reviews { __typename } } products { __typename } }',
  ],
  ['order of keys', '{ users { email id badge username } me { badge id } }'],
  ['an interface', '{ products { upc name ... on Book { pages } ... on Gadget { volts } } }'],
  [
    'an interface joined by type',
    '{ products { name ... on Book { reviews { stars author { email } } } ... on Gadget { inStock } } }',
  ],
  [
    'a union',
    '{ search(text: "L") { ... on Gadget { name volts reviews { body } } ... on Book { name } } }',
  ],
  [
    'one name, two meanings by type',
    '{ products { ... on Book { size: pages } ... on Gadget { size: volts } } }',
  ],
  [
    'joins by type under one key',
    '{ products { ... on Book { n: pages s: inStock x: shipping } ... on Gadget { s: volts n: inStock x: price } } }',
  ],
  ['@requires', '{ products { ... on Book { shipping } ... on Gadget { shipping } } }'],
  ['@requires under an alias in the way', '{ products { ... on Book { price: name shipping } } }'],
  [
    '@requires with fields of other meaning in the way',
    '{ products { ... on Book { price: weight weight: price shipping } ... on Gadget { price: weight shipping } } }',
  ],
  [
    'what the native planner cannot plan',
    '{ me { reviews { author { badge reviews { author { badge } } } } } }',
  ],
  ['@provides', '{ latestReviews(first: 4) { author { username } } }'],
  [
    'round trips',
    '{ me { reviews { product { ... on Gadget { reviews { author { reviews { body } email } } } } } } }',
  ],
  [
    'the same entity twice',
    '{ a: me { badge } b: user(id: "u1") { badge reviews { stars } } c: users { badge } }',
  ],
  [
    'the same entity with other arguments',
    '{ latestReviews(first: 4) { five: stars ten: stars(scale: 10) author { reviews { stars(scale: 10) } } } }',
  ],
  [
    'an absent entity',
    '{ user(id: "nobody") { badge reviews { id } } product(upc: "none") { name } }',
  ],
  ['null fields', '{ products { price } latestReviews(first: 4) { body } }'],
  ['null propagated to a nullable parent', '{ latestReviews(first: 2) { body author { sharp } } }'],
  ['null propagated to the root', '{ users { sharp } }'],
  ['an error in a nullable field', '{ me { id boom } warehouse }'],
  [
    'lists of lists and null items',
    '{ products { ... on Book { tags grid } ... on Gadget { tags } } }',
  ],
  [
    'a fragment',
    '{ me { ...F } users { ...F } } fragment F on User { id ...G } fragment G on User { badge reviews { id } }',
  ],
  [
    'merged selections',
    '{ me { reviews { id } } me { reviews { body author { id } } reviews { author { email } } } }',
  ],
  [
    'skip by literal',
    '{ me @skip(if: true) { badge } warehouse @include(if: true) users { id @include(if: false) } }',
  ],
  ['everything skipped', '{ me @skip(if: true) { badge } }'],
  ['a hidden value of an enum', '{ products { condition } }'],
  [
    'an input with defaults',
    '{ products(filter: {}) { upc } b: products(first: 1, filter: {upcs: ["p2"]}) { upc } }',
  ],
  ['a list coerced from one value', '{ products(filter: {upcs: "p2"}) { upc } }'],
];

const conditional = `query ($a: Boolean!, $b: Boolean = true, $first: Int) {
  me @include(if: $a) { badge @skip(if: $b) id ... on User @include(if: $b) { reviews { id stars @skip(if: $a) } } }
  latestReviews(first: $first) { id author @skip(if: $a) { ... @include(if: $b) { badge } id } ...R @include(if: $a) }
}
fragment R on Review { body product { ... on Book { inStock @include(if: $b) } } }`;
for (const a of [true, false]) {
  for (const b of [true, false, undefined]) {
    operations.push([
      `conditions a=${a} b=${b}`,
      conditional,
      { a, ...(b !== undefined && { b }), first: 3 },
    ]);
  }
}

describe('the router answers like one graphql-js server', () => {
  const cases = operations.map(([name, query, variables]) => ({ name, query, variables }));

  it.each(cases)('$name', async ({ query, variables }) => {
    const expected = comparable(await executeMonolith(query, variables));
    const request = { query, ...(variables && { variables }) };
    expect(comparable(await inOneProcess.execute(request))).toEqual(expected);
    expect(comparable(await overHttp.execute(request))).toEqual(expected);
    expect(comparable(await post(request))).toEqual(expected);
    expect(comparable(await withSecondPlanner.execute(request))).toEqual(expected);
  });

  it('runs the fields of a mutation one after the other, each complete', async () => {
    const query = `mutation {
      a: userRename(id: "u1", username: "x") { username badge }
      reviewAdd(upc: "p1", body: "new") { body author { email } }
      b: userRename(id: "u2", username: "y") { badge }
    }`;
    const expected = comparable(await executeMonolith(query));
    expect(comparable(await inOneProcess.execute({ query }))).toEqual(expected);
    expect(comparable(await withSecondPlanner.execute({ query }))).toEqual(expected);
  });
});
