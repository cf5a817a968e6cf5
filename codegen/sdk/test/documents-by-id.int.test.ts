import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DocumentNode, parse, print } from 'graphql';
import { WebSocket } from 'ws';
import { createNexus, type Nexus } from '../src/index.js';
import { type SampleServer, startSampleServer } from './support/sample-server.js';

const document = (documentId: string, text: string) =>
  Object.assign(parse(text), { documentId }) as DocumentNode;
const COUNTER = document('c1', 'query Counter { counter }');
const ADD = document(
  'a1',
  'mutation Add($input: CounterAddInput!) { counterAdd(input: $input) { value } }',
);
const CHANGED = document('s1', 'subscription Changed { counterChanged { sequence value } }');

let server: SampleServer;
let nexus: Nexus;

beforeEach(async () => {
  server = await startSampleServer();
  nexus = createNexus({ url: server.url, WebSocket, retry: { baseMs: 1 } });
});
afterEach(async () => {
  nexus.close();
  await server.close();
});

const named = () => server.seen.map(({ query, documentId }) => documentId ?? query);

describe('a document with an id', () => {
  it('is asked for by its id alone', async () => {
    server.listed.add('c1', 'query Counter { counter }');
    expect(await nexus.query(COUNTER)).toEqual({ counter: 0 });
    expect(server.seen).toEqual([{ authorization: undefined, documentId: 'c1' }]);
  });

  it('is sent as text where the server does not know it, and from then on', async () => {
    expect(await nexus.query(COUNTER)).toEqual({ counter: 0 });
    await nexus.query(COUNTER);
    expect(named()).toEqual(['c1', print(COUNTER), print(COUNTER)]);
  });

  it('has its effect once, though it was sent twice', async () => {
    const input = { by: 2 };
    expect(await nexus.mutate(ADD, { input })).toEqual({ counterAdd: { value: 2 } });
    expect(server.counter.value).toBe(2);
  });

  it.each(['known', 'unknown'])('is followed where it is %s', async (state) => {
    if (state === 'known') server.listed.add('s1', print(CHANGED));
    await nexus.signIn({ email: 'mara@demo.test', password: 'right' });
    const stream = nexus.subscribe<{ counterChanged: { value: number } }>(CHANGED);
    const first = stream.next();
    const heard = state === 'known' ? 1 : 2;
    while (server.subscribed.length < heard) await new Promise((resolve) => setTimeout(resolve, 5));
    server.counter.add(3);
    expect((await first).value.counterChanged.value).toBe(3);
  });
});
