import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import type { Router } from '../../src/index.js';
import { shopRouter } from '../../test/support/shop.js';

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter();
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());

/** A GET is refused without a header that no foreign page can send; the audits know nothing of that. */
const fetchFn = (target: string, init: RequestInit = {}) =>
  fetch(target, {
    ...init,
    headers: {
      ...(init.headers as Record<string, string>),
      ...(init.method !== 'POST' && { 'apollo-require-preflight': '1' }),
    },
  });

describe('the audits of graphql-http', () => {
  const audits = serverAudits({ url: () => url, fetchFn });

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    },
  );

  it('are all there', () => expect(audits.length).toBeGreaterThanOrEqual(61));
});
