import { expect, it } from '@jest/globals';
import { campaign } from '../../fuzz/campaign.js';
import type { World } from '../../fuzz/data.js';
import { describeFailure } from '../../fuzz/report.js';
import type { Subject } from '../../fuzz/subject.js';
import { composeSubgraphs } from '../../src/compose/index.js';
import { createRouter, inProcess, memoryStore, type RouterConfig } from '../../src/index.js';
import { silent } from '../../test/support/shop.js';

const COUNT = process.env.NEXUS_TEST_FULL === '1' ? 2_000 : 200;

it(`made-up operations are answered from the cache as by one server (${COUNT})`, async () => {
  let hits = 0;
  /** Answers each operation twice, the second time from the cache. */
  const createCached = async (config: RouterConfig) => {
    const router = await createRouter({
      ...config,
      entityCache: {
        store: memoryStore(),
        default: {
          shared: true,
          ttlSeconds: 600,
          varyBy: ({ attributes }) =>
            JSON.stringify([(attributes.world as World).name, attributes.careless]),
        },
      },
    });
    const execute = router.execute.bind(router);
    router.execute = async (request) => {
      await execute(request);
      return execute(request);
    };
    const close = router.close.bind(router);
    router.close = async () => {
      const metric = await router.metrics.getSingleMetric('router_entity_cache_total')?.get();
      for (const { labels, value } of metric?.values ?? []) {
        if (labels.outcome === 'hit') hits += value;
      }
      await close();
    };
    return router;
  };
  const subject = { composeSubgraphs, createRouter: createCached, inProcess } as unknown as Subject;
  const found = await campaign({ subject, logger: silent, seed: 20, count: COUNT, failures: 1 });
  expect(found.failures.map(describeFailure)).toEqual([]);
  expect(found.tally.right).toBeGreaterThan(COUNT * 0.9);
  expect(hits).toBeGreaterThan(COUNT);
}, 300_000);
