import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { Router, RouterPlugin } from '../src/index.js';
import { post, until } from './support/client.js';
import { shopRouter } from './support/shop.js';
import { eventLog } from './support/shop-events.js';

const heard: string[] = [];
const gate: RouterPlugin<string> = {
  name: 'gate',
  async onOperation({ operation, extensions }) {
    heard.push(`operation ${operation.name}`);
    if (extensions.ticket !== 'none') return undefined;
    const errors = [new GraphQLError('No ticket.', { extensions: { code: 'NO_TICKET' } })];
    return { errors, status: 429, headers: { 'retry-after': '7' } };
  },
};
const ear: RouterPlugin<string> = {
  name: 'ear',
  onOperation({ operation }) {
    heard.push(`then ${operation.name}`);
    return undefined;
  },
  onPlan: ({ plan }) => void heard.push(`plan ${plan.node?.kind ?? 'events'}`),
  onSubgraphRequest({ request }) {
    heard.push(`ask ${request.subgraph}`);
    return request.query.includes('email') ? { data: { me: { email: 'canned' } } } : undefined;
  },
  onSubgraphResponse: ({ request, failure, ms }) =>
    void heard.push(`told by ${request.subgraph} ${failure === undefined && ms >= 0}`),
  onEvent: ({ result }) => ({ ...result, extensions: { seen: true } }),
  onResponse({ operation, result, transport }) {
    heard.push(`response ${operation?.name} ${transport}`);
    if (operation?.name === 'Marked') result.extensions = { mark: 1 };
    if (operation?.name === 'Faulty') throw new TypeError('a plugin with a fault');
  },
};

let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter({ plugins: [gate, ear] });
  url = `${(await router.start({ port: 0 })).url}/graphql`;
});
afterAll(() => router.close());
beforeEach(() => void heard.splice(0));

describe('plugins', () => {
  it('hear of every step of an operation, in their order', async () => {
    const { body } = await post(url, { query: 'query Marked { me { username } }' });
    expect(body).toEqual({ data: { me: { username: 'ada' } }, extensions: { mark: 1 } });
    expect(heard).toEqual([
      'operation Marked',
      'then Marked',
      'plan Fetch',
      'ask accounts',
      'told by accounts true',
      'response Marked http',
    ]);
  });

  it('may refuse an operation, by status and header, before anything is asked', async () => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query No { me { id } }', extensions: { ticket: 'none' } }),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NO_TICKET' } }] });
    expect(heard.filter((entry) => !entry.startsWith('response'))).toEqual(['operation No']);
  });

  it('may answer in the place of a subgraph', async () => {
    const { body } = await post(url, { query: 'query Canned { me { email } }' });
    expect(body).toEqual({ data: { me: { email: 'canned' } } });
    expect(heard).not.toContain('told by accounts true');
  });

  it('change what one client is told of an event, and nobody else', async () => {
    const query = 'subscription Heard { reviewAdded(upc: "p1") { id } }';
    const events = router.subscribe({ query });
    const next = events.next();
    await until(() => eventLog.readers === 1);
    eventLog.append('p1', 'r1');
    expect((await next).value).toMatchObject({ extensions: { seen: true } });
    await events.return?.();
    await until(() => eventLog.readers === 0);
  });

  it('cost the client no more than a masked error when they fail', async () => {
    const { body, status } = await post(url, { query: 'query Faulty { me { id } }' });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('a plugin with a fault');
  });
});
