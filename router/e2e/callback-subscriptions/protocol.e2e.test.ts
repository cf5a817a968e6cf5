import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CallbackOptions,
  callback,
  http,
  type Router,
  type RouterConfig,
} from '../../src/index.js';
import { codes, until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { call, type Emitter, openEmitter } from './emitter.js';

let emitter: Emitter;
let router: Router<string>;
beforeEach(async () => {
  emitter = await openEmitter();
});
afterEach(async () => {
  await router?.close();
  await emitter.close();
});

async function start(
  options: Partial<CallbackOptions> = {},
  config: Partial<RouterConfig<string>> = {},
): Promise<void> {
  let url = '';
  const callbacks = callback({ publicUrl: () => url, heartbeatIntervalMs: 0, ...options });
  const headers = () => ({ authorization: 'Bearer hop' });
  router = await shopRouter({
    callbacks,
    ...config,
    subgraphs: { reviews: http<string>({ url: emitter.url, headers, subscriptions: callbacks }) },
  });
  url = (await router.start({ port: 0 })).url;
}

const TICKS = 'subscription { ticks(count: 9) }';
const tick = (ticks: number) => ({ action: 'next', payload: emitter.result({ ticks }) });

/** A subscription that the emitter has accepted. */
async function subscribed(query = TICKS) {
  const before = emitter.asked.length;
  const events = router.subscribe({ query });
  const first = events.next();
  await until(() => emitter.asked.length > before);
  const asked = emitter.asked.at(-1);
  if (!asked) throw new TypeError('Nothing was asked.');
  return { events, first, ...asked };
}

describe('a subscription by callbacks', () => {
  it('is asked for as the protocol has it', async () => {
    await start({ heartbeatIntervalMs: 7_000, path: '/events/in' });
    const { headers, query, registration, events } = await subscribed();
    expect(headers).toMatchObject({
      accept: 'application/json;callbackSpec=1.0',
      authorization: 'Bearer hop',
      'x-request-id': expect.any(String),
    });
    expect(query).toMatch(/ticks\(count: ?9\)/);
    const { subscriptionId, verifier, callbackUrl, heartbeatIntervalMs } = registration;
    expect(subscriptionId).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(callbackUrl).toMatch(new RegExp(`^http://[\\d.:]+/events/in/${subscriptionId}$`));
    expect(heartbeatIntervalMs).toBe(7_000);
    await events.return?.();
  });

  it('hears check, next and complete, each answered with its status', async () => {
    await start();
    const { registration, events, first } = await subscribed();
    const protocol = 'callback/1.0';
    const nothing = { protocol, text: '' };
    expect(await call(registration, { action: 'check' })).toEqual({ status: 204, ...nothing });
    expect(await call(registration, tick(1))).toEqual({ status: 200, ...nothing });
    expect((await first).value).toEqual({ data: { ticks: 1 } });
    expect((await call(registration, { action: 'complete' })).status).toBe(202);
    expect((await events.next()).done).toBe(true);
    expect((await call(registration, { action: 'check' })).status).toBe(404);
  });

  it('may be heard of before it is answered', async () => {
    await start();
    emitter.answer = async (registration) => {
      await call(registration, { action: 'check' });
      for (const number of [1, 2]) await call(registration, tick(number));
      await call(registration, { action: 'complete' });
      return { status: 200, body: { data: null } };
    };
    const heard: unknown[] = [];
    for await (const { data } of router.subscribe({ query: TICKS })) heard.push(data?.ticks);
    expect(heard).toEqual([1, 2]);
  });

  it('that ends with errors tells them', async () => {
    await start();
    const { registration, events, first } = await subscribed();
    const errors = [{ message: 'Full.', extensions: { code: 'FULL' } }];
    await call(registration, { action: 'complete', errors });
    expect((await first).value).toMatchObject({ errors: [{ message: 'Full.' }] });
    expect((await events.next()).done).toBe(true);
  });

  it('is over for the subgraph when its last client has gone', async () => {
    await start();
    const { registration, events } = await subscribed();
    expect((await call(registration, { action: 'check' })).status).toBe(204);
    await events.return?.();
    for (const action of ['check', 'next', 'complete']) {
      expect((await call(registration, { action })).status).toBe(404);
    }
  });
});

describe('a stranger', () => {
  it('who does not know the verifier changes nothing', async () => {
    await start();
    const { registration, events, first } = await subscribed();
    for (const verifier of ['', 'x'.repeat(43), `${registration.verifier} `, 7, null, undefined]) {
      for (const message of [{ ...tick(6) }, { action: 'complete' }, { action: 'check' }]) {
        expect((await call(registration, { ...message, verifier })).status).toBe(400);
      }
    }
    await call(registration, tick(1));
    expect((await first).value).toEqual({ data: { ticks: 1 } });
    await events.return?.();
  });

  it('who knows another subscription’s changes nothing either', async () => {
    await start();
    const [one, two] = [await subscribed(), await subscribed(TICKS.replace('9', '8'))];
    expect(one.registration.verifier).toBeDefined();
    const id = one.registration.subscriptionId;
    const answers = await Promise.all([
      call(
        { ...two.registration, callbackUrl: one.registration.callbackUrl },
        { action: 'complete' },
      ),
      call(one.registration, { action: 'complete', id: randomUUID() }),
      call(one.registration, { action: 'complete', kind: 'query', id }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
    await call(one.registration, tick(1));
    expect((await one.first).value).toEqual({ data: { ticks: 1 } });
    await Promise.all([one, two].map(({ events }) => events.return?.()));
  });

  it('finds nothing under an id that is none, whatever is sent there', async () => {
    await start();
    const { registration, events } = await subscribed();
    const callbackUrl = registration.callbackUrl.replace(/[^/]+$/, randomUUID());
    const huge = 'x'.repeat(3_000_000);
    for (const message of [{ action: 'check' }, '{', huge]) {
      expect((await call({ ...registration, callbackUrl }, message)).status).toBe(404);
    }
    await events.return?.();
  });
});

describe('a subgraph that breaks the protocol', () => {
  const ended = async (events: AsyncIterator<unknown>, first: Promise<IteratorResult<never>>) => {
    expect(codes((await first).value)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect((await events.next()).done).toBe(true);
  };

  it.each([
    ['an event without a result', { action: 'next' }],
    ['a result that is none', { action: 'next', payload: { data: 7 } }],
    ['an action that there is not', { action: 'heartbeat', ids: [] }],
    ['errors that are no list', { action: 'complete', errors: {} }],
  ])('by %s is unavailable', async (_, message) => {
    await start();
    const { registration, events, first } = await subscribed();
    expect((await call(registration, message)).status).toBe(400);
    await ended(events, first as never);
  });

  it('by an event that is too large, or no JSON, is told so, and may go on', async () => {
    await start({ maxEventBytes: 1_000 });
    const { registration, events, first } = await subscribed();
    const payload = { data: null, extensions: { much: 'x'.repeat(2_000) } };
    expect((await call(registration, { action: 'next', payload })).status).toBe(413);
    expect((await call(registration, '{')).status).toBe(400);
    expect((await call(registration, tick(1))).status).toBe(200);
    expect((await first).value).toEqual({ data: { ticks: 1 } });
    await events.return?.();
  });

  it.each([
    ['does not check', { status: 200, body: { data: null } }],
    ['fails', { status: 503, body: { errors: [{ message: 'no' }] } }],
    ['says nothing', { status: 500, body: '' }],
  ])('and %s is unavailable', async (_, answer) => {
    await start();
    emitter.answer = async () => answer;
    const events = router.subscribe({ query: TICKS });
    await ended(events, events.next() as never);
  });

  it('and refuses the operation is heard', async () => {
    await start();
    const refusal = { message: 'Not you.', extensions: { code: 'NOT_YOU' } };
    emitter.answer = async () => ({ status: 400, body: { errors: [refusal] } });
    const events = router.subscribe({ query: TICKS });
    expect((await events.next()).value).toMatchObject({ errors: [{ message: 'Not you.' }] });
    expect((await events.next()).done).toBe(true);
  });

  it('and is not heard of any more is unavailable', async () => {
    await start({ heartbeatIntervalMs: 15 });
    const { registration, events, first } = await subscribed();
    await ended(events, first as never);
    expect((await call(registration, { action: 'check' })).status).toBe(404);
  });

  it('is asked again, where the router is to reconnect', async () => {
    const reconnect = { attempts: 3, firstDelayMs: 1 };
    await start({}, { subscriptions: { reconnect } });
    const { registration, events, first } = await subscribed();
    await call(registration, tick(1));
    expect((await first).value).toEqual({ data: { ticks: 1 } });
    const second = events.next();
    await call(registration, { action: 'next' });
    await until(() => emitter.asked.length === 2);
    const renewed = emitter.asked[1]?.registration;
    expect(renewed?.subscriptionId).not.toBe(registration.subscriptionId);
    expect(renewed?.verifier).not.toBe(registration.verifier);
    expect((await call(registration, tick(7))).status).toBe(404);
    if (renewed) await call(renewed, tick(2));
    expect((await second).value).toEqual({ data: { ticks: 2 }, extensions: { reconnected: true } });
    await events.return?.();
  });
});

describe('what cannot work', () => {
  it('is told at once: a router that nobody told of the callbacks', async () => {
    await start({}, { callbacks: callback({ publicUrl: 'http://127.0.0.1:4000' }) });
    const events = router.subscribe({ query: TICKS });
    expect(codes((await events.next()).value)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(emitter.asked).toEqual([]);
  });

  it.each<Partial<CallbackOptions>>([
    { publicUrl: 'router:4000' },
    { publicUrl: '/callback' },
    { path: 'callback' },
    { path: '/' },
    { path: '/a/:id' },
    { heartbeatIntervalMs: -1 },
    { heartbeatIntervalMs: Number.NaN },
  ])('is refused: %j', (wrong) => {
    expect(() => callback({ publicUrl: 'http://127.0.0.1:4000', ...wrong })).toThrow(TypeError);
  });
});
