import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demandControl, type Router } from '../../src/index.js';
import { codes, post } from '../../test/support/client.js';
import { openMultipart } from '../../test/support/multipart.js';
import { shopRouter } from '../../test/support/shop.js';

let router: Router<string>;
let url: string;
const costs: (number | undefined)[] = [];
beforeAll(async () => {
  router = await shopRouter({
    authorization: {},
    limits: { deferredFragments: 3 },
    explain: () => true,
    responseCache: {},
    plugins: [
      {
        name: 'redactor',
        onResponse({ result }) {
          if (result.data?.me) result.data = { ...result.data, seen: true };
        },
        onDeferred({ payloads, isLast }) {
          for (const payload of payloads) payload.extensions = { isLast };
        },
      },
      demandControl({ max: 1_000, onMeasured: ({ actual }) => void costs.push(actual) }),
    ],
  });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

const accept = 'multipart/mixed;deferSpec=20220824, application/graphql-response+json';
const ask = (query: string, body = {}) => post(url, { query, ...body }, { accept });

describe('what may be deferred', () => {
  it.each([
    ['a label twice', '{ me { ... @defer(label: "a") { id } ... @defer(label: "a") { id } } }'],
    ['a label by a variable', 'query ($l: String) { me { ... @defer(label: $l) { id } } }'],
    [
      'root fields of a mutation',
      'mutation { ... @defer { userRename(id: 1, username: "x") { id } } }',
    ],
    ['a part of an event', 'subscription { reviewAdded(upc: "p1") { ... @defer { id } } }'],
    [
      'a part of an event in a fragment',
      'subscription { reviewAdded(upc: "p1") { ...F } } fragment F on ReviewEvent { ... @defer { id } }',
    ],
    ['a field', '{ me @defer { id } }'],
  ])('is not %s', async (_what, query) => {
    const { status, body } = await ask(query);
    expect([status, codes(body)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
  });

  it('is bounded in number, counted where fragments are spread', async () => {
    const query = `{ a: me { ...F } b: me { ...F } } fragment F on User { ... @defer { id } ... @defer { badge } }`;
    const { status, body } = await ask(query);
    expect([status, codes(body)]).toEqual([400, ['TOO_MANY_DEFERRED_FRAGMENTS']]);
    expect(body.errors?.[0]?.extensions).toMatchObject({ limit: 3, actual: 4 });
  });
});

describe('deferred parts', () => {
  it('show no more than their caller may see', async () => {
    const query = '{ me { username ... @defer { email id } } ... @defer { whoAmI } }';
    const stream = await openMultipart(url, { query }, { accept });
    const payloads: { data: unknown; errors?: object[] }[] = [];
    for (let part = await stream.next(); part; part = await stream.next()) {
      payloads.push(...((part as { incremental?: typeof payloads }).incremental ?? []));
    }
    expect(payloads.map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ email: null, id: 'u1' }, { whoAmI: null }]),
    );
    for (const { errors } of payloads) {
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
    }
  });

  it('come past the plugins, the first as an answer and the others as what they are', async () => {
    const stream = await openMultipart(
      url,
      { query: '{ me { id ... @defer { badge } } }' },
      { accept },
    );
    expect(await stream.next()).toMatchObject({ data: { me: { id: 'u1' }, seen: true } });
    expect(await stream.next()).toMatchObject({
      incremental: [{ data: { badge: '*ada*' }, extensions: { isLast: true } }],
    });
  });

  it('cost as much as an answer in one piece, told with the last part', async () => {
    const query = '{ users { id ... @defer { reviews { id } } } }';
    costs.splice(0);
    const whole = await post(url, { query, extensions: { cost: true } });
    const cost = whole.body.extensions?.cost;
    expect(cost).toMatchObject({ actual: 7 });
    const body = { query, extensions: { cost: true } };
    const stream = await openMultipart(url, body, { accept });
    expect(await stream.next()).not.toHaveProperty('extensions');
    const last = (await stream.next()) as { incremental: { extensions?: object }[] };
    expect(last.incremental.at(-1)?.extensions).toEqual({ cost, isLast: true });
    expect(costs).toEqual([7, 7]);
  });

  it('are explained as such', async () => {
    const query = '{ me { id ... @defer(label: "B") { badge } ... @defer { username } } }';
    const { body } = await ask(query, { extensions: { explain: 'dry-run' } });
    const explained = body.extensions?.queryPlan as { plan: unknown; text: string } | undefined;
    expect(explained?.plan).toMatchObject({
      kind: 'Defer',
      primary: { kind: 'Fetch', subgraph: 'accounts' },
      deferred: expect.arrayContaining([expect.objectContaining({ label: 'B' })]),
    });
    expect(explained?.text).toMatch(/Defer\n +At once\n +Fetch accounts[\s\S]*Later, as B\n/);
  });

  it('are no answer that could be kept', async () => {
    const query = '{ me { username ... @defer { id } } }';
    const first = await openMultipart(url, { query }, { accept });
    expect([await first.next(), await first.next()]).toHaveLength(2);
    const { body } = await post(url, { query });
    expect(body).toMatchObject({ data: { me: { username: 'ada', id: 'u1' } } });
  });
});
