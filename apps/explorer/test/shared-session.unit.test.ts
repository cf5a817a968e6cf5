import { setImmediate as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createNexus, type Session } from '@nexus/sdk';
import { createKeptSession } from '../src/account/kept-session.js';
import { createSharedSession } from '../src/account/shared-session.js';
import { memoryChannels } from './support/memory-channel.js';
import { memoryStorage } from './support/memory-storage.js';

const HOUR = 3_600_000;
let openChannel: ReturnType<typeof memoryChannels>;

beforeEach(() => {
  openChannel = memoryChannels();
});

/** A server whose refresh tokens serve once: a second use ends the session as stolen. */
function server() {
  let issued = 0;
  let good = '';
  const refreshes: string[] = [];
  const session = (lifeMs: number): Session => {
    good = `r${++issued}`;
    const expiresAt = new Date(Date.now() + lifeMs).toISOString();
    return { accessToken: `a${issued}`, refreshToken: good, expiresAt };
  };
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    const { query, variables } = JSON.parse(String(init?.body));
    if (!query.includes('sessionRefresh')) return Response.json({ data: { ok: true } });
    const { refreshToken } = variables.input;
    refreshes.push(refreshToken);
    const next = refreshToken === good ? session(HOUR + issued * 1_000) : null;
    if (!next) good = '';
    return Response.json({ data: { sessionRefresh: { session: next, errors: [] } } });
  };
  return { fetch, refreshes, expired: () => session(-1_000) };
}

function inWindow(storage: Storage, fetch: typeof globalThis.fetch, secure = true) {
  const channel = openChannel();
  const shared = createSharedSession({
    kept: createKeptSession(storage),
    channel,
    locks: secure ? navigator.locks : undefined,
    now: Date.now,
    pause: () => pause(),
  });
  const nexus = createNexus({
    url: 'http://nexus.test/graphql',
    fetch,
    session: shared.current,
    renewal: shared.renewal,
    onSession: shared.onSession,
  });
  return { nexus, shared, channel };
}

function keptIn(session: Session, id = 'k1'): Storage {
  const storage = memoryStorage();
  createKeptSession(storage).save({ id, session });
  return storage;
}

describe('a duplicated window', () => {
  it('renews with its original as one: no token is used twice, both go on', async () => {
    const { fetch, refreshes, expired } = server();
    const session = expired();
    const [one, two] = [inWindow(keptIn(session), fetch), inWindow(keptIn(session), fetch)];
    await Promise.all([one.nexus.query('{ ok }'), two.nexus.query('{ ok }')]);
    expect(refreshes).toEqual(['r1']);
    expect(one.nexus.session?.refreshToken).toBe('r2');
    expect(two.nexus.session).toEqual(one.nexus.session);
  });

  it('knows what its original got, though that one is closed since', async () => {
    const { fetch, refreshes, expired } = server();
    const session = expired();
    const storage = keptIn(session);
    const [one, two] = [inWindow(keptIn(session), fetch), inWindow(storage, fetch)];
    await one.nexus.query('{ ok }');
    expect(two.shared.current?.refreshToken).toBe('r2');
    one.channel.close();
    await two.nexus.query('{ ok }');
    expect(refreshes).toEqual(['r1']);
    expect(createKeptSession(storage).load()?.session.refreshToken).toBe('r2');
  });

  it('asks for what it missed before it was there', async () => {
    const { fetch, refreshes, expired } = server();
    const session = expired();
    const one = inWindow(keptIn(session), fetch);
    await one.nexus.query('{ ok }');
    const two = inWindow(keptIn(session), fetch);
    await two.nexus.query('{ ok }');
    expect(refreshes).toEqual(['r1']);
  });

  it('finds it held elsewhere, until the other has left it', async () => {
    const { fetch, expired } = server();
    const session = expired();
    const [one, two] = [inWindow(keptIn(session), fetch), inWindow(keptIn(session), fetch)];
    expect(await two.shared.isElsewhere()).toBe(true);
    await one.nexus.signOut({ here: true });
    expect(await two.shared.isElsewhere()).toBe(false);
    expect(await one.shared.isElsewhere()).toBe(false);
  });
});

describe('a window of its own', () => {
  it("does not take another session's tokens", async () => {
    const { fetch, refreshes, expired } = server();
    const first = inWindow(keptIn(expired(), 'k1'), fetch);
    const storage = keptIn(expired(), 'k2');
    const second = inWindow(storage, fetch);
    await second.nexus.query('{ ok }');
    expect(refreshes).toEqual(['r2']);
    expect(first.shared.current?.refreshToken).toBe('r1');
    expect(await first.shared.isElsewhere()).toBe(false);
  });

  it('renews without locks, where the page is not served securely', async () => {
    const { fetch, refreshes, expired } = server();
    const { nexus } = inWindow(keptIn(expired()), fetch, false);
    await nexus.query('{ ok }');
    expect(refreshes).toEqual(['r1']);
  });

  it('ends with its session, and holds nothing after', async () => {
    const { fetch, expired } = server();
    const storage = keptIn(expired());
    const { nexus, shared } = inWindow(storage, fetch);
    expired();
    await expect(nexus.query('{ ok }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect([shared.current, createKeptSession(storage).load()]).toEqual([null, null]);
  });

  it('hears no nonsense', async () => {
    const { fetch, expired } = server();
    const { shared } = inWindow(keptIn(expired()), fetch);
    const channel = openChannel();
    for (const nonsense of [null, 1, {}, { ask: 1 }, { hold: { id: 'k1', session: {} } }]) {
      channel.postMessage(nonsense);
    }
    expect(await shared.isElsewhere()).toBe(false);
    expect(shared.current?.refreshToken).toBe('r1');
  });
});
