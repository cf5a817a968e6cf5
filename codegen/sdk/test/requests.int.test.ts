import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createNexus, idempotencyKey, type Nexus, NexusError } from '../src/index.js';
import { type SampleServer, startSampleServer } from './support/sample-server.js';

const VIEWER = 'query Viewer { viewer { name } }';
const COUNTER = 'query Counter { counter }';
const ADD = 'mutation Add($input: CounterAddInput!) { counterAdd(input: $input) { value } }';

let server: SampleServer;
let nexus: Nexus;

beforeEach(async () => {
  server = await startSampleServer();
  nexus = createNexus({ url: server.url, retry: { baseMs: 1 } });
});

afterEach(() => server.close());

const signIn = () => nexus.signIn({ email: 'mara@demo.test', password: 'right' });
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: NexusError) => error,
  );

describe('signing in', () => {
  it('keeps the session and acts as its owner', async () => {
    const { session, errors } = await signIn();
    expect(errors).toEqual([]);
    expect(nexus.session).toEqual(session);
    expect(await nexus.query(VIEWER)).toEqual({ viewer: { name: 'Mara' } });
  });

  it('gives a wrong password back as data', async () => {
    const { session, errors } = await nexus.signIn({ email: 'mara@demo.test', password: 'wrong' });
    expect(session).toBeNull();
    expect(errors).toMatchObject([{ code: 'INVALID_CREDENTIALS', path: ['password'] }]);
    expect(nexus.session).toBeNull();
  });

  it('renews a refused token once for many requests at once', async () => {
    await signIn();
    server.sessions.expire();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => nexus.query(VIEWER)));
    expect(answers).toHaveLength(5);
    expect(server.sessions.refreshes).toBe(1);
  });

  it('renews a token before its end', async () => {
    server.sessions.lifetimeMs = 20;
    await signIn();
    server.sessions.lifetimeMs = 60_000;
    await new Promise((resolve) => setTimeout(resolve, 30));
    await nexus.query(VIEWER);
    expect(server.sessions.refreshes).toBe(1);
    expect(server.seen.at(-1)?.authorization).toBe('Bearer access-2');
  });

  it('says so when the session cannot be renewed', async () => {
    await signIn();
    server.sessions.end();
    expect(await failure(nexus.query(VIEWER))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(nexus.session).toBeNull();
  });

  it('signs out here and on the server', async () => {
    const changes: string[] = [];
    nexus = createNexus({ url: server.url, onSession: (_, change) => changes.push(change) });
    await signIn();
    await nexus.signOut();
    expect(nexus.session).toBeNull();
    expect(server.seen.at(-1)).toMatchObject({ authorization: 'Bearer access-1' });
    expect(changes).toEqual(['signed-in', 'signed-out']);
  });

  it('goes on with a session kept from before', async () => {
    const { session } = await signIn();
    const later = createNexus({ url: server.url, session });
    expect(await later.query(VIEWER)).toEqual({ viewer: { name: 'Mara' } });
  });
});

describe('trouble on the way', () => {
  it('repeats a query until it is answered', async () => {
    server.mishaps.push('cut-before', 'busy', 'cut-after');
    expect(await nexus.query(COUNTER)).toEqual({ counter: 0 });
    expect(server.seen).toHaveLength(4);
  });

  it('gives up after its attempts', async () => {
    server.mishaps.push('busy', 'busy', 'busy', 'busy');
    const error = await failure(nexus.query(COUNTER));
    expect(error).toBeInstanceOf(NexusError);
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', status: 503 });
    expect(server.seen).toHaveLength(4);
  });

  it('never repeats a mutation without an idempotency key', async () => {
    server.mishaps.push('cut-after');
    const error = await failure(nexus.mutate(ADD, { input: { by: 1 } }));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR' });
    expect(server.counter.value).toBe(1);
    expect(server.seen).toHaveLength(1);
  });

  it('repeats a mutation with a key: one effect, the first answer', async () => {
    server.mishaps.push('cut-after', 'cut-before');
    const input = { by: 1, idempotencyKey: idempotencyKey() };
    expect(await nexus.mutate(ADD, { input })).toEqual({ counterAdd: { value: 1 } });
    expect(server.seen).toHaveLength(3);
    expect(server.counter.value).toBe(1);
  });

  it('does not wait longer than it was told', async () => {
    server.mishaps.push('slow');
    const error = await failure(nexus.mutate(ADD, { input: { by: 1 } }, { timeoutMs: 50 }));
    expect(error).toMatchObject({ code: 'TIMEOUT' });
  });

  it('stops when the caller says so, and does not try again', async () => {
    const controller = new AbortController();
    server.mishaps.push('slow');
    const pending = failure(nexus.query(COUNTER, {}, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 30);
    expect(await pending).toMatchObject({ code: 'ABORTED' });
    expect(server.seen).toHaveLength(1);
  });

  it('knows a page that is not GraphQL', async () => {
    server.mishaps.push('proxy-page');
    expect(await failure(nexus.query(COUNTER))).toMatchObject({ code: 'BAD_RESPONSE' });
  });
});

describe('answers', () => {
  it('throws top-level errors with their code and request id', async () => {
    const error = await failure(nexus.query(VIEWER));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', requestId: 'r1', status: 200 });
    expect(error?.errors).toHaveLength(1);
  });

  it('gives the answer as it came through execute', async () => {
    const { data, errors } = await nexus.execute(VIEWER);
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toBe('Who are you?');
  });

  it('refuses a document of another kind before it is sent', async () => {
    expect(await failure(nexus.query(ADD))).toMatchObject({ code: 'BAD_DOCUMENT' });
    expect(await failure(nexus.mutate('mutation {'))).toMatchObject({ code: 'BAD_DOCUMENT' });
    expect(server.seen).toHaveLength(0);
  });
});
