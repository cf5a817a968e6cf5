import { afterEach, describe, expect, it } from '@jest/globals';
import {
  createRouter,
  inProcess,
  type Router,
  type SubgraphResult,
  type SubgraphTransport,
} from '../../src/index.js';
import { until } from '../../test/support/client.js';
import { compose } from '../../test/support/compose.js';
import { silent } from '../../test/support/shop.js';

const composed = compose({
  depot: 'type Query { where: String }  type Subscription { moved: String }',
});
const at = (url: string) => composed.replace(/url: ""/, `url: "${url}"`);

const routers: Router[] = [];
afterEach(async () => {
  for (const router of routers.splice(0)) await router.close();
});

/** A router whose one subgraph says where it is, and what became of each of its transports. */
async function start() {
  const closed: string[] = [];
  const waiting: (() => void)[] = [];
  const subgraphs = (_name: string, url: string): SubgraphTransport => {
    const answer: SubgraphResult = { data: { where: url } };
    const transport = inProcess({
      execute: () =>
        url === 'slow:' ? new Promise((done) => waiting.push(() => done(answer))) : answer,
      async *subscribe() {
        yield { data: { moved: url } };
        await new Promise<void>((done) => waiting.push(done));
      },
    });
    return {
      execute: (request, context) => transport.execute(request, context),
      subscribe: (request, context) => transport.subscribe(request, context),
      close: async () => void closed.push(url),
    };
  };
  const limits = { operationTimeoutMs: 200 };
  const router = await createRouter({ supergraph: at('one:'), subgraphs, limits, logger: silent });
  routers.push(router);
  const ask = async () => (await router.execute({ query: '{ where }' })).data?.where;
  return { router, ask, closed, waiting };
}

describe('a subgraph whose URL changes', () => {
  it('is asked at the new one, and the former is let go', async () => {
    const { router, ask, closed } = await start();
    expect(await ask()).toBe('one:');
    await router.swapSupergraph(at('two:'));
    expect([await ask(), closed]).toEqual(['two:', []]);
    await until(() => closed.length > 0);
    expect([await ask(), closed]).toEqual(['two:', ['one:']]);
  });

  it('is not let go before those who are asking it have their answer', async () => {
    const { router, ask, closed, waiting } = await start();
    await router.swapSupergraph(at('slow:'));
    const running = ask();
    await until(() => waiting.length === 1);
    await router.swapSupergraph(at('two:'));
    expect(closed).not.toContain('slow:');
    waiting[0]?.();
    expect(await running).toBe('slow:');
  });

  it('is not let go while a subscription follows it', async () => {
    const { router, closed } = await start();
    const events = router.subscribe({ query: 'subscription { moved }' });
    expect((await events.next()).value).toEqual({ data: { moved: 'one:' } });
    await router.swapSupergraph(at('two:'));
    await router.swapSupergraph(at('three:'));
    await until(() => closed.includes('two:'));
    expect(closed).toEqual(['two:']);
    await events.return?.();
    await until(() => closed.includes('one:'));
  });

  it('stays where it is when the supergraph is refused', async () => {
    const { router, ask, closed } = await start();
    const broken = at('two:').replace('where: String', 'where: Nothing');
    expect(await router.swapSupergraph(broken)).toMatchObject({ ok: false });
    expect([await ask(), closed.filter((url) => url === 'one:')]).toEqual(['one:', []]);
  });

  it('has all its transports closed with the router', async () => {
    const { router, closed } = await start();
    await router.swapSupergraph(at('two:'));
    await router.close();
    expect([...closed].sort()).toEqual(['one:', 'two:']);
  });
});
