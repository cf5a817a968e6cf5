import { afterEach, describe, expect, it } from '@jest/globals';
import { post, until } from '../../test/support/client.js';
import { answer, type Behaviour, type Stock, startStock } from './stock.js';

let stock: Stock | undefined;
afterEach(() => stock?.close());

const COUNT = { query: '{ count }' };
const counted = { data: { count: 3 } };

/** A request that is answered when the test says so. */
function held(): { behaviour: Behaviour; release: () => void } {
  const parts = { behaviour: (() => {}) as Behaviour, release: () => {} };
  parts.behaviour = (response) => {
    parts.release = () => answer(response);
  };
  return parts;
}

describe('a query that many ask', () => {
  it('reaches the subgraph once for those who are one, and once more for each other', async () => {
    stock = await startStock({
      authentication: {
        authenticate: async ({ headers }) => ({ principal: headers.authorization ?? 'nobody' }),
      },
      traffic: { default: { deduplicate: ({ principal }) => principal ?? undefined } },
    });
    const { url, script, received, router } = stock;
    const [ada, bob] = [held(), held()];
    script.push(ada.behaviour);
    const first = post(url, COUNT, { authorization: 'ada' });
    await until(() => received.length === 1);
    const second = post(url, COUNT, { authorization: 'ada' });
    const event = 'router_subgraph_shaping_total{subgraph="stock",event="deduplicated"} 1';
    const metrics = async () =>
      router.metrics.getSingleMetricAsString('router_subgraph_shaping_total');
    let shared = false;
    for (let turn = 0; turn < 10_000 && !shared; turn++) {
      await new Promise(setImmediate);
      shared = (await metrics()).includes(event);
    }
    expect(shared).toBe(true);
    script.push(bob.behaviour);
    const third = post(url, COUNT, { authorization: 'bob' });
    await until(() => received.length === 2);
    ada.release();
    expect([(await first).body, (await second).body]).toEqual([counted, counted]);
    bob.release();
    expect((await third).body).toEqual(counted);
    expect(received).toHaveLength(2);
  });

  it('reaches each subgraph once for an audience where the host only switches it on', async () => {
    let planned = 0;
    stock = await startStock({
      plugins: [{ name: 'counter', onPlan: () => void planned++ }],
      authentication: {
        authenticate: async ({ headers: { authorization, 'x-locale': locale } }) => ({
          principal: authorization ?? 'nobody',
          attributes: { locale },
        }),
        audience: (session) => session.split('/')[0] ?? '',
      },
      traffic: { default: { deduplicate: true } },
    });
    const { url, script, received } = stock;
    const calls = [held(), held(), held()];
    script.push(...calls.map(({ behaviour }) => behaviour));
    const as = (authorization: string, locale = 'de') =>
      post(url, COUNT, { authorization, 'x-locale': locale });
    const answers = [as('ada/desk'), as('ada/phone'), as('bob/desk'), as('ada/desk', 'fr')];
    await until(() => planned === 4 && received.length === 3);
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    for (const { release } of calls) release();
    for (const { body } of await Promise.all(answers)) expect(body).toEqual(counted);
    expect(received).toHaveLength(3);
  });

  it('is asked each time where nobody said who is one', async () => {
    stock = await startStock();
    const { url, script, received } = stock;
    const calls = [held(), held()];
    script.push(...calls.map(({ behaviour }) => behaviour));
    const answers = [post(url, COUNT), post(url, COUNT)];
    await until(() => received.length === 2);
    for (const { release } of calls) release();
    for (const { body } of await Promise.all(answers)) expect(body).toEqual(counted);
  });

  it('is asked a second time where the subgraph is unusually slow once', async () => {
    stock = await startStock({ traffic: { default: { hedging: {} } } });
    const { url, script, received, router } = stock;
    for (let turn = 0; turn < 16; turn++) await post(url, COUNT);
    const given = new Promise((resolve) => {
      script.push((response) => response.once('close', resolve));
    });
    expect((await post(url, COUNT)).body).toEqual(counted);
    await given;
    expect(received).toHaveLength(18);
    expect(await router.metrics.metrics()).toContain('event="hedge_won"} 1');
  });
});
