import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Router } from '../src/index.js';
import { shopRouter } from './support/shop.js';

let router: Router<string>;
beforeAll(async () => {
  router = await shopRouter();
});
afterAll(() => router.close());

describe('a router over four subgraphs', () => {
  it('joins entities of three subgraphs', async () => {
    const result = await router.execute({
      query: `{ latestReviews { body stars author { username email badge } product { ... on Book { name shipping } ... on Gadget { name volts inStock } } } }`,
    });
    expect(result).toEqual({
      data: {
        latestReviews: [
          {
            body: 'Deep',
            stars: 5,
            author: { username: 'ada', email: 'ada@example.org', badge: '*ada*' },
            product: { name: 'SICP', shipping: 39 },
          },
          {
            body: 'Bright',
            stars: 4,
            author: { username: 'bob', email: null, badge: '*bob*' },
            product: { name: 'Lamp', volts: 12, inStock: 50 },
          },
        ],
      },
    });
  });
});
