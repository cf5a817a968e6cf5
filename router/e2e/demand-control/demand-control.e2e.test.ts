import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { demandControl, type MeasuredCost, type Router } from '../../src/index.js';
import { libraryRouter } from '../../test/demand/serve-library.js';
import { codes, post } from '../../test/support/client.js';

const measured: MeasuredCost[] = [];
const asked = { extensions: { cost: true } };
const PAGE =
  'query ($first: Int!) { page(first: $first) { edges { node { id author { born } } } } }';
/** The page, and per item an edge, a book, its author and the year of birth. */
const pageCost = (items: number) => 1 + items * (1 + 5 + 1 + 11);

let enforcing: Router;
let measuring: Router;
let url: string;
let measuringUrl: string;
beforeAll(async () => {
  enforcing = await libraryRouter({ plugins: [demandControl({ max: 100 })] });
  measuring = await libraryRouter({
    plugins: [
      demandControl({
        max: 100,
        mode: 'measure',
        expose: () => true,
        onMeasured: (cost) => void measured.push(cost),
      }),
    ],
  });
  url = `${(await enforcing.start({ port: 0 })).url}/graphql`;
  measuringUrl = `${(await measuring.start({ port: 0 })).url}/graphql`;
});
afterAll(() => Promise.all([enforcing.close(), measuring.close()]));

describe('demand control', () => {
  it('answers what costs no more than the limit, and says nothing of it', async () => {
    const { status, body } = await post(url, { query: PAGE, variables: { first: 5 } });
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ page: { edges: { length: 5 } } });
    expect(body).not.toHaveProperty('extensions');
  });

  it('tells the estimated and the actual cost to who asks for it', async () => {
    const { body } = await post(url, { query: '{ shelf { id } }', ...asked });
    expect(body.extensions).toEqual({ cost: { estimated: 50, actual: 15, max: 100 } });
    const page = await post(url, { query: PAGE, variables: { first: 5 }, ...asked });
    expect(page.body.extensions).toEqual({
      cost: { estimated: pageCost(5), actual: pageCost(5), max: 100 },
    });
  });

  it('refuses what is too expensive, before any subgraph is asked, by its variables', async () => {
    const { status, body } = await post(url, { query: PAGE, variables: { first: 6 }, ...asked });
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([
      {
        code: 'COST_ESTIMATED_TOO_EXPENSIVE',
        estimated: pageCost(6),
        max: 100,
        requestId: expect.any(String),
      },
    ]);
  });

  it('refuses lists whose size nobody limits', async () => {
    const { status, body } = await post(url, { query: '{ slice { id } }' });
    expect([status, codes(body)]).toEqual([400, ['COST_SLICING_ARGUMENT_REQUIRED']]);
  });

  it('refuses over WebSocket, too, and tells the cost of each event', async () => {
    const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
    const run = (query: string) => client.iterate({ query, ...asked }).next();
    await expect(run('subscription { lent { similar { similar { title } } } }')).rejects.toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'COST_ESTIMATED_TOO_EXPENSIVE' }),
      }),
    ]);
    expect((await run('subscription { lent { id title } }')).value).toEqual({
      data: { lent: { id: 'b1', title: 'Book b1' } },
      extensions: { cost: { estimated: 11, actual: 11, max: 100 } },
    });
    await client.dispose();
  });

  it('only measures, where that is wanted', async () => {
    const { status, body } = await post(measuringUrl, {
      query: '{ slice { id } shelf { title } }',
    });
    const cost = { estimated: 160, actual: 25 + 33, max: 100 };
    expect([status, body.extensions]).toEqual([200, { cost }]);
    expect(measured).toEqual([cost]);
  });

  it.each([{ max: -1 }, { max: Number.NaN }, { max: 1, listSize: -1 }])('refuses %j', (options) => {
    expect(() => demandControl(options)).toThrow(RangeError);
  });
});
