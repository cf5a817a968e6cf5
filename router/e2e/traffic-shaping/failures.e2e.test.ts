import { afterEach, describe, expect, it } from '@jest/globals';
import type { TrafficPolicy } from '../../src/index.js';
import { codes, post, until } from '../../test/support/client.js';
import { answer, type Stock, startStock } from './stock.js';

let stock: Stock | undefined;
afterEach(() => stock?.close());

async function start(policy: TrafficPolicy): Promise<Stock> {
  stock = await startStock({ traffic: { subgraphs: { stock: policy } } });
  return stock;
}

const COUNT = { query: '{ count }' };
const counted = { data: { count: 3 } };

describe('a subgraph that fails', () => {
  it('is asked again, and the client sees nothing of it', async () => {
    const { url, script, received, router } = await start({ retries: { delayMs: 1 } });
    script.push('unavailable', 'cut');
    expect((await post(url, COUNT)).body).toEqual(counted);
    expect(received).toHaveLength(3);
    const metrics = await router.metrics.metrics();
    expect(metrics).toContain('router_subgraph_shaping_total{subgraph="stock",event="retry"} 2');
  });

  it('is never asked twice for a mutation', async () => {
    const { url, script, received } = await start({ retries: { delayMs: 1 } });
    script.push('unavailable');
    const { body } = await post(url, { query: 'mutation { take }' });
    expect([codes(body), received.length]).toEqual([['SUBGRAPH_UNAVAILABLE'], 1]);
  });

  it('is given up when its time is over, and asked again', async () => {
    const { url, script } = await start({ timeoutMs: 50, retries: { delayMs: 1 } });
    const cut = new Promise((resolve) => {
      script.push((response) => response.once('close', resolve));
    });
    expect((await post(url, COUNT)).body).toEqual(counted);
    await cut;
  });

  it('is left alone where it mostly fails, until it has recovered', async () => {
    const { url, script, received, router } = await start({
      circuitBreaker: { minCalls: 3, openMs: 400 },
    });
    const state = async () =>
      (await router.metrics.getSingleMetricAsString('router_subgraph_circuit_state')).at(-1);
    expect(await state()).toBe('0');
    script.push('unavailable', 'cut', 'unavailable');
    for (let turn = 0; turn < 3; turn++) {
      expect(codes((await post(url, COUNT)).body)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    }
    expect(await state()).toBe('2');
    const { status, body } = await post(url, COUNT);
    expect([status, codes(body), body.data]).toEqual([
      200,
      ['SUBGRAPH_CIRCUIT_OPEN'],
      { count: null },
    ]);
    expect(received).toHaveLength(3);
    let last = body;
    while (last.errors) last = (await post(url, COUNT)).body;
    expect(last).toEqual(counted);
    expect(await state()).toBe('0');
  });

  it('has no more calls at once than it may', async () => {
    const { url, script, received } = await start({ concurrency: { limit: 1, queue: 1 } });
    let release = (): void => {};
    script.push((response) => {
      release = () => answer(response);
    });
    const first = post(url, COUNT);
    await until(() => received.length === 1);
    const others = [post(url, { query: '{ place }' }), post(url, { query: '{ place }' })];
    const refused = await Promise.race(others);
    expect(codes(refused.body)).toEqual(['SUBGRAPH_OVERLOADED']);
    release();
    expect((await first).body).toEqual(counted);
    const served = (await Promise.all(others)).filter(({ body }) => !body.errors);
    expect([served.length, received.length]).toEqual([1, 2]);
  });

  it('says nothing of itself in what clients are told', async () => {
    const { url, script } = await start({ circuitBreaker: { minCalls: 1 } });
    script.push('unavailable');
    await post(url, COUNT);
    const { body } = await post(url, COUNT);
    expect(JSON.stringify(body)).not.toMatch(/stock|calls failed/);
  });
});
