import { afterEach, describe, expect, it } from '@jest/globals';
import { demandControl, inProcess, type Router } from '../../src/index.js';
import { post, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

let router: Router<string> | undefined;
afterEach(() => router?.close());

async function start(config: Parameters<typeof shopRouter>[0] = {}) {
  router = await shopRouter(config);
  const { url: base } = await router.start({ port: 0 });
  const scrape = async (): Promise<string> => (await fetch(`${base}/metrics`)).text();
  /** The value of a series, by its name and labels as they are written. */
  const value = async (series: string): Promise<number | undefined> => {
    const line = (await scrape()).split('\n').find((text) => text.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };
  return { router, url: `${base}/graphql`, scrape, value };
}

const web = { 'graphql-client-name': 'web' };

describe('metrics', () => {
  it('count operations by name, client and outcome', async () => {
    const { url, value } = await start();
    await post(url, { query: 'query Me { me { id } }' }, web);
    await post(url, { query: 'query Me { me { id } }' }, web);
    await post(url, { query: '{ me { boom } }' });
    const total = (labels: string) => value(`router_operations_total{${labels}}`);
    expect(await total('operation="Me",client="web",outcome="ok"')).toBe(2);
    expect(await total('operation="anonymous",client="unknown",outcome="error"')).toBe(1);
    expect(await value('router_operation_total_duration_seconds_count{operation="Me"}')).toBe(2);
    expect(await value('router_plan_cache_hits_total')).toBe(1);
    expect(await value('router_planning_duration_seconds_count')).toBe(2);
  });

  it('have no more series than is allowed, whatever clients call themselves', async () => {
    const { url, scrape, value } = await start({ metrics: { operations: 2, clients: ['web'] } });
    for (const name of ['A', 'B', 'C', 'D']) {
      const headers = { 'apollographql-client-name': `client ${name}` };
      await post(url, { query: `query ${name} { me { id } }` }, headers);
    }
    const other = 'operation="other",client="other",outcome="ok"';
    expect(await value(`router_operations_total{${other}}`)).toBe(2);
    expect(await scrape()).not.toMatch(/client [A-D]|"C"/);
  });

  it('count what was refused by its code, and not by any name', async () => {
    const { url, scrape, value } = await start({ limits: { rootFields: 1 } });
    await post(url, { query: 'query Wide { me { id } warehouse }' });
    await post(url, { query: 'query Broken {' });
    const refused = (code: string) => value(`router_operations_refused_total{code="${code}"}`);
    expect(await refused('TOO_MANY_ROOT_FIELDS')).toBe(1);
    expect(await refused('GRAPHQL_PARSE_FAILED')).toBe(1);
    expect(await scrape()).not.toContain('Wide');
  });

  it('tell what operations cost, by estimate and where it is counted by what they did', async () => {
    const plugin = demandControl<string>({ max: 30, onMeasured: () => undefined });
    const { url, value } = await start({ plugins: [plugin] });
    await post(url, { query: '{ latestReviews(first: 1) { author { id } } }' });
    const { status } = await post(url, {
      query:
        '{ latestReviews { product { __typename } } a: latestReviews { author { id } product { __typename } } }',
    });
    expect(status).toBe(400);
    expect(await value('router_operation_cost_estimated_count')).toBe(2);
    expect(await value('router_operation_cost_actual_count')).toBe(1);
    const code = 'COST_ESTIMATED_TOO_EXPENSIVE';
    expect(await value(`router_operations_refused_total{code="${code}"}`)).toBe(1);
  });

  it('tell of each subgraph how long it takes and how often it fails', async () => {
    const inventory = inProcess<string>({
      execute: () => Promise.reject(new TypeError('down')),
    });
    const { url, value } = await start({ subgraphs: { inventory } });
    await post(url, { query: '{ warehouse me { id } }' });
    const calls = (labels: string) =>
      value(`router_subgraph_request_duration_seconds_count{${labels}}`);
    expect(await calls('subgraph="inventory",kind="query",outcome="unavailable"')).toBe(1);
    expect(await calls('subgraph="accounts",kind="query",outcome="ok"')).toBe(1);
  });

  it('count subscriptions that are open, their events, and those that were dropped', async () => {
    const { router: running, value } = await start({
      limits: { eventQueue: 1 },
      subscriptions: { slowClients: 'lose-oldest' },
    });
    const events = running.subscribe({ query: 'subscription S { reviewAdded(upc: "p1") { id } }' });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    expect(await value('router_subscriptions_open{transport="local"}')).toBe(1);
    eventLog.append('p1', 'r1');
    await first;
    for (const id of ['r1', 'r2', 'r3']) {
      eventLog.append('p1', id);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await events.next();
    const dropped = await value('router_subscription_events_dropped_total{transport="local"}');
    expect(dropped).toBeGreaterThan(0);
    expect(await value('router_subscription_events_total{transport="local"}')).toBe(2);
    await events.return?.();
    expect(await value('router_subscriptions_open{transport="local"}')).toBe(0);
    const ended = 'operation="S",client="unknown",outcome="ok"';
    expect(await value(`router_operations_total{${ended}}`)).toBe(1);
  });

  it('count subscriptions that the router ended, by its last word', async () => {
    const { router: running, value } = await start({ limits: { eventQueue: 1 } });
    const events = running.subscribe({ query: 'subscription { reviewAdded(upc: "p1") { id } }' });
    const first = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p1', 'r1');
    await first;
    for (const id of ['r1', 'r2', 'r3']) eventLog.append('p1', id);
    await until(() => eventLog.readers === 0);
    for (let event = await events.next(); !event.done; event = await events.next());
    const code = 'SUBSCRIPTION_OVERFLOW';
    expect(await value(`router_subscriptions_cut_total{code="${code}"}`)).toBe(1);
  });
});
