import { afterEach, describe, expect, it } from '@jest/globals';
import {
  createRouter,
  type OverridePolicy,
  type PlannerChoice,
  type Router,
} from '../../src/index.js';
import { silent } from '../../test/support/shop.js';
import { movingSupergraph, movingTransports } from './moving-shop.js';

const routers: Router<string>[] = [];
afterEach(async () => {
  for (const router of routers.splice(0)) await router.close();
});

async function start(
  progressiveOverride: OverridePolicy<string> = {},
  planner: PlannerChoice = 'native',
): Promise<Router<string>> {
  const router = await createRouter<string>({
    supergraph: movingSupergraph(),
    subgraphs: movingTransports(),
    authentication: {
      authenticate: async () => ({ anonymous: true }),
      audience: (principal) => principal,
    },
    logger: silent,
    planner,
    progressiveOverride,
  });
  routers.push(router);
  return router;
}

async function ask(router: Router<string>, query: string, principal: string | null = null) {
  const { data, errors } = await router.execute({ query, principal });
  return errors ?? data;
}

async function planned(router: Router<string>): Promise<number> {
  const text = await router.metrics.metrics();
  return Number(/planning\w*_count (\d+)/.exec(text)?.[1] ?? 0);
}

const people = Array.from({ length: 300 }, (_, index) => `person-${index}`);

/** Who gets the price from its new subgraph. */
async function movedFor(router: Router<string>): Promise<Set<string>> {
  const moved = new Set<string>();
  for (const person of people) {
    const answer = await ask(router, '{ product { price } }', person);
    if (JSON.stringify(answer).includes('prices')) moved.add(person);
  }
  return moved;
}

describe.each(['native', 'apollo'] as const)('a label (%s planner)', (planner) => {
  it('is decided by the host for each caller', async () => {
    const labels = {
      'stock-moves': ({ principal }: { principal: string | null }) => principal === 'ada',
    };
    const router = await start({ labels }, planner);
    const query = '{ product { name stock } }';
    const of = (stock: string) => ({ product: { name: 'Chair', stock } });
    expect(await ask(router, query, 'ada')).toEqual(of('prices'));
    expect(await ask(router, query, 'ben')).toEqual(of('shop'));
    expect(await ask(router, query)).toEqual(of('shop'));
  });

  it('counts where only another field requires what moves', async () => {
    const labels = {
      'weight-moves': async ({ principal }: { principal: string | null }) => principal === 'ada',
    };
    const router = await start({ labels }, planner);
    const query = '{ product { postage } }';
    expect(await ask(router, query, 'ada')).toEqual({ product: { postage: 'for 2' } });
    expect(await ask(router, query, 'ben')).toEqual({ product: { postage: 'for 1' } });
  });

  it('percent(n) is on for that share of callers, the same ones each time', async () => {
    const router = await start({}, planner);
    const moved = await movedFor(router);
    expect(moved.size / people.length).toBeGreaterThan(0.12);
    expect(moved.size / people.length).toBeLessThan(0.28);
    expect(await movedFor(router)).toEqual(moved);
  });

  it('moves root fields', async () => {
    const key = ({ attributes }: { attributes: Readonly<Record<string, unknown>> }) =>
      String(attributes.key);
    const router = await start({ key }, planner);
    const answers = new Set<unknown>();
    for (const person of people.slice(0, 40)) {
      const attributes = { key: person };
      const query = '{ banner product { name } }';
      const once = await router.execute({ query, attributes });
      expect(await router.execute({ query, attributes })).toEqual(once);
      answers.add(once.data?.banner);
    }
    expect(answers).toEqual(new Set(['shop', 'prices']));
  });
});

describe('progressive override', () => {
  it('leaves nobody behind where the share is raised', async () => {
    const router = await start();
    const before = await movedFor(router);
    expect(await router.swapSupergraph(movingSupergraph('percent(60)'))).toEqual({ ok: true });
    const after = await movedFor(router);
    expect(after.size).toBeGreaterThan(before.size);
    expect([...before].filter((person) => !after.has(person))).toEqual([]);
  });

  it('leaves labels that nobody decides off', async () => {
    const router = await start();
    expect(await ask(router, '{ product { stock } }', 'ada')).toEqual({
      product: { stock: 'shop' },
    });
  });

  it('plans an operation once for each set of labels that it depends on, and others once', async () => {
    const labels = {
      'stock-moves': ({ principal }: { principal: string | null }) => principal === 'ada',
    };
    const router = await start({ labels });
    for (const principal of ['ada', 'ben', 'ada', 'cy']) {
      await ask(router, '{ product { name } }', principal);
      await ask(router, '{ product { stock } }', principal);
    }
    // `weight` is required by a field, so that its label counts for all; nobody decides it.
    expect(await planned(router)).toBe(3);
    await router.swapSupergraph(movingSupergraph('percent(21)'));
    expect(await planned(router)).toBe(6);
    for (const principal of ['ada', 'ben']) await ask(router, '{ product { stock } }', principal);
    expect(await planned(router)).toBe(6);
  });

  it('holds for each event of a subscription', async () => {
    const labels = {
      'stock-moves': ({ principal }: { principal: string | null }) => principal === 'ada',
    };
    const router = await start({ labels });
    const query = 'subscription { sold { stock } }';
    for (const [principal, stock] of [
      ['ada', 'prices'],
      ['ben', 'shop'],
    ] as const) {
      const event = await router.subscribe({ query, principal }).next();
      expect(event.value).toEqual({ data: { sold: { stock } } });
    }
  });

  it('masks what a decision throws', async () => {
    const labels = {
      'stock-moves': () => {
        throw new TypeError('flag service: secret');
      },
    };
    const answer = await ask(await start({ labels }), '{ product { stock } }', 'ada');
    expect(answer).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});
