import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import type { Router } from '../../src/index.js';
import { byToken } from '../../test/support/by-token.js';
import { until } from '../../test/support/client.js';
import { shopRouter } from '../../test/support/shop.js';
import { eventLog } from '../../test/support/shop-events.js';

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

let announce: (concerns: (principal: string) => boolean) => void = () => undefined;
let router: Router<string>;
let url: string;
beforeAll(async () => {
  router = await shopRouter({
    authentication: {
      authenticate: byToken,
      onRevoked(listener) {
        announce = listener;
        return () => undefined;
      },
    },
  });
  url = `${(await router.start({ port: 0 })).url}/graphql`.replace('http', 'ws');
});
afterAll(() => router.close());

const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await until(() => eventLog.readers === 0);
});

/** A socket by the letter of the protocol, and what came over it. */
async function opened(payload?: object) {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  sockets.push(socket);
  const heard: Message[] = [];
  const state: { code?: number } = {};
  socket.on('message', (data) => void heard.push(JSON.parse(String(data))));
  socket.on('close', (code) => {
    state.code = code;
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const send = (message: Message): void => socket.send(JSON.stringify(message));
  send({ type: 'connection_init', ...(payload && { payload }) });
  const of = (type: string) => heard.filter((message) => message.type === type);
  return { heard, of, send, state };
}

const ADDED = 'subscription { reviewAdded(upc: "p2") { node { body author { username } } } }';
const subscribe = (id: string, query: string): Message => ({
  ...{ id, type: 'subscribe' },
  payload: { query },
});

describe('graphql-transport-ws', () => {
  it('tells events joined over subgraphs, until the client completes', async () => {
    const { send, of, heard } = await opened();
    await until(() => of('connection_ack').length === 1);
    send(subscribe('a', ADDED));
    await until(() => eventLog.readers === 1);
    eventLog.append('p2', 'r2');
    await until(() => of('next').length === 1);
    const node = { body: 'Bright', author: { username: 'bob' } };
    expect(heard[1]).toEqual({
      ...{ id: 'a', type: 'next' },
      payload: { data: { reviewAdded: { node } } },
    });
    send({ id: 'a', type: 'complete' });
    await until(() => eventLog.readers === 0);
  });

  it('answers a query once, and completes it', async () => {
    const { send, of, heard } = await opened({ token: 'ann' });
    await until(() => of('connection_ack').length === 1);
    send(subscribe('q', '{ whoAmI }'));
    await until(() => of('complete').length === 1);
    expect(heard.slice(1)).toEqual([
      { id: 'q', type: 'next', payload: { data: { whoAmI: 'ann' } } },
      { id: 'q', type: 'complete' },
    ]);
  });

  it('refuses an operation by an error of its own, and goes on', async () => {
    const { send, of } = await opened();
    await until(() => of('connection_ack').length === 1);
    send(subscribe('bad', '{ nope }'));
    await until(() => of('error').length === 1);
    expect(of('error')).toMatchObject([
      { id: 'bad', payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    ]);
    send({ type: 'ping', payload: { n: 1 } });
    await until(() => of('pong').length === 1);
    expect(of('pong')).toEqual([{ type: 'pong', payload: { n: 1 } }]);
  });

  it('tells the streams of a revoked session so, and leaves others alone', async () => {
    const ann = await opened({ token: 'ann' });
    const bob = await opened({ token: 'bob' });
    for (const { send, of } of [ann, bob]) {
      await until(() => of('connection_ack').length === 1);
      send(subscribe('a', ADDED));
    }
    await until(() => eventLog.readers === 2);
    announce((principal) => principal === 'ann');
    await until(() => ann.of('complete').length === 1);
    expect(ann.of('next')).toMatchObject([
      { payload: { errors: [{ extensions: { code: 'SESSION_EXPIRED' } }] } },
    ]);
    eventLog.append('p2', 'r2');
    await until(() => bob.of('next').length === 1);
    expect(bob.of('next')).toMatchObject([{ payload: { data: { reviewAdded: {} } } }]);
  });

  it.each([
    ['a second greeting', { type: 'connection_init' }, 4429],
    ['an id in use', subscribe('a', ADDED), 4409],
    ['a message of no protocol', { type: 'start' }, 4400],
  ])('closes the socket after %s', async (_, message, code) => {
    const { send, of, state } = await opened();
    await until(() => of('connection_ack').length === 1);
    send(subscribe('a', ADDED));
    await until(() => eventLog.readers === 1);
    send(message);
    await until(() => state.code !== undefined);
    expect(state.code).toBe(code);
  });

  it('closes the socket of refused credentials', async () => {
    const { state } = await opened({ token: 'stale' });
    await until(() => state.code !== undefined);
    expect(state.code).toBe(4403);
  });
});
