import { describe, expect, it } from '@jest/globals';
import { NexusError, type Session, type SignInResult, type SignOutOptions } from '@nexus/sdk';
import { createAccount } from '../src/account/account.js';
import { loadDemoSignIns } from '../src/account/demo-sign-ins.js';
import { createKeptSession } from '../src/account/kept-session.js';
import { onPersonChange } from '../src/account/person-change.js';
import { memoryStorage } from './support/memory-storage.js';

const session: Session = { accessToken: 'a', refreshToken: 'r', expiresAt: '2026-11-21T00:00:00Z' };
const credentials = { email: 'mara@demo.test', password: 'p' };
const mara = { id: 'usr_1', name: 'Mara', email: 'mara@demo.test' };
const viewer = { user: mara, tenant: { id: 'ten_1', name: 'Kiln' }, roles: ['MANAGER'] };
const offline = new NexusError('NETWORK_ERROR', 'The server could not be reached.');

/** A graph that answers as it is told; notes what was asked of it. */
function trial(kept: Session | null = null) {
  const calls: string[] = [];
  const answers: { signIn: SignInResult; viewer: unknown; fault?: NexusError; ends?: boolean } = {
    signIn: { session, errors: [] },
    viewer,
  };
  const nexus = {
    session: kept,
    async signIn() {
      calls.push('signIn');
      if (answers.fault) throw answers.fault;
      nexus.session = answers.signIn.session;
      return answers.signIn;
    },
    async signOut({ here }: SignOutOptions = {}) {
      calls.push(here ? 'signOut here' : 'signOut');
      nexus.session = null;
      if (answers.fault) throw answers.fault;
    },
    async query<T>() {
      calls.push('viewer');
      if (answers.ends) nexus.session = null;
      if (answers.fault) throw answers.fault;
      return { viewer: answers.viewer } as T;
    },
  };
  let elsewhere = false;
  const account = createAccount(nexus, async () => elsewhere);
  const seen: string[] = [];
  account.listen(() => seen.push(account.state.status));
  const duplicate = () => {
    elsewhere = true;
  };
  return { account, answers, calls, seen, nexus, duplicate };
}

describe('an account', () => {
  it('signs in and introduces who it is', async () => {
    const { account, seen } = trial();
    await account.signIn(credentials);
    expect(account.state).toEqual({
      status: 'signed-in',
      person: { ...mara, tenant: 'Kiln', tenantId: 'ten_1', roles: ['MANAGER'] },
    });
    expect(seen).toEqual(['busy', 'signed-in']);
  });

  it('says why it may not', async () => {
    const { account, answers } = trial();
    answers.signIn = { session: null, errors: [{ code: 'INVALID', message: 'Wrong password.' }] };
    await account.signIn(credentials);
    expect(account.state).toEqual({ status: 'signed-out', notice: 'Wrong password.' });
  });

  it('leaves before it becomes somebody else', async () => {
    const { account, calls } = trial(session);
    await account.signIn(credentials);
    expect(calls).toEqual(['signOut', 'signIn', 'viewer']);
  });

  it('leaves a session that another window holds to that window', async () => {
    const { account, calls, duplicate } = trial(session);
    duplicate();
    await account.signIn(credentials);
    expect(calls).toEqual(['signOut here', 'signIn', 'viewer']);
  });

  it('takes up a kept session after a reload', async () => {
    const { account } = trial(session);
    expect(account.state.status).toBe('busy');
    await account.resume();
    expect(account.state).toMatchObject({ status: 'signed-in', person: mara });
  });

  it('stays outside without a kept session', async () => {
    const { account, calls } = trial();
    await account.resume();
    expect(account.state).toEqual({ status: 'signed-out', notice: null });
    expect(calls).toEqual([]);
  });

  it.each([
    offline,
    new NexusError('TIMEOUT', 'No answer came in time.'),
    new NexusError('BAD_RESPONSE', 'HTTP 500, and no GraphQL in it.', { status: 500 }),
    new NexusError('INTERNAL_SERVER_ERROR', 'Something broke.'),
  ])('keeps the session when its introduction fails with $code, and asks again', async (fault) => {
    const { account, answers, nexus, calls } = trial(session);
    answers.fault = fault;
    await account.resume();
    expect(account.state).toEqual({ status: 'unreachable', notice: fault.message });
    expect(nexus.session).toEqual(session);
    delete answers.fault;
    await account.resume();
    expect(account.state).toMatchObject({ status: 'signed-in', person: mara });
    expect(calls).toEqual(['viewer', 'viewer']);
  });

  it('is outside when the server refuses the kept session', async () => {
    const { account, answers, nexus } = trial(session);
    answers.fault = new NexusError('UNAUTHENTICATED', 'The session has ended: sign in again.');
    answers.ends = true;
    await account.resume();
    expect(account.state).toEqual({ status: 'signed-out', notice: answers.fault.message });
    expect(nexus.session).toBeNull();
  });

  it('tells of the network when it cannot sign in', async () => {
    const { account, answers } = trial();
    answers.fault = offline;
    await account.signIn(credentials);
    expect(account.state).toEqual({ status: 'signed-out', notice: offline.message });
  });

  it('signs out even when the server does not hear it', async () => {
    const { account, answers } = trial();
    await account.signIn(credentials);
    answers.fault = offline;
    await account.signOut();
    expect(account.state).toEqual({ status: 'signed-out', notice: null });
  });

  it('says so when the session ended by itself', async () => {
    const { account } = trial();
    await account.signIn(credentials);
    account.onSession('renewed');
    expect(account.state.status).toBe('signed-in');
    account.onSession('ended');
    expect(account.state).toMatchObject({ notice: expect.stringContaining('ended') });
  });
});

describe('a change of the person', () => {
  it('is a sign-in, a sign-out, somebody else; not a reload, not a lost line', async () => {
    const { account, answers } = trial(session);
    let changes = 0;
    onPersonChange(account, () => changes++);
    await account.resume();
    expect(changes).toBe(0);
    await account.signOut();
    expect(changes).toBe(1);
    await account.signIn(credentials);
    expect(changes).toBe(2);
    await account.signIn(credentials);
    expect(changes).toBe(2);
    answers.fault = offline;
    await account.resume();
    expect(account.state.status).toBe('unreachable');
    expect(changes).toBe(2);
    delete answers.fault;
    answers.viewer = { ...viewer, user: { ...mara, id: 'usr_2' } };
    await account.signIn(credentials);
    expect(changes).toBe(3);
  });

  it('is told before the sign-in is done, so that what comes next stays', async () => {
    const { account } = trial();
    const order: string[] = [];
    onPersonChange(account, () => order.push('changed'));
    await account.signIn(credentials);
    order.push('signed in');
    expect(order).toEqual(['changed', 'signed in']);
  });
});

describe('a kept session', () => {
  const kept = { id: 'k1', session };

  it('is there after a reload, until the sign-out', () => {
    const storage = memoryStorage();
    createKeptSession(storage).save(kept);
    expect(createKeptSession(storage).load()).toEqual(kept);
    createKeptSession(storage).save(null);
    expect(createKeptSession(storage).load()).toBeNull();
    expect(storage).toHaveLength(0);
  });

  it.each(['{', '{"id":"k","session":{"accessToken":1}}', JSON.stringify(session), 'null'])(
    'is nothing when the storage holds %s',
    (text) => {
      const storage = memoryStorage();
      createKeptSession(storage).save(kept);
      for (const key of storage.keys()) storage.setItem(key, text);
      expect(createKeptSession(storage).load()).toBeNull();
    },
  );
});

describe('the demo sign-ins', () => {
  const person = { role: 'manager', name: 'Mara', email: 'm@t', password: 'p' };
  const answering = (response: () => Response) => async () => response();

  it('are the whole entries of the list', async () => {
    const fetch = answering(() => Response.json([person, { role: 'x' }, null]));
    expect(await loadDemoSignIns('/list', fetch)).toEqual([person]);
  });

  it.each([
    ['is no demo', () => new Response('', { status: 404 })],
    ['answers with a page', () => new Response('<html>')],
    ['answers with something else', () => Response.json({ people: [person] })],
  ])('are none where the server %s', async (_, response) => {
    expect(await loadDemoSignIns('/list', answering(response))).toEqual([]);
  });

  it('are none where there is no server', async () => {
    const fetch = async () => Promise.reject(new TypeError('fetch failed'));
    expect(await loadDemoSignIns('/list', fetch)).toEqual([]);
  });
});
