import { describe, expect, it } from '@jest/globals';
import { NexusError } from '../src/nexus-error.js';
import type { SignInResult } from '../src/session/session.types.js';
import { createSessionKeeper, type Renewal } from '../src/session/session-keeper.js';

const MINUTE = 60_000;

/** A keeper at a clock that we turn, with refreshes that we answer. */
function trial(lifetimeMs = 5 * MINUTE, renewal?: Renewal) {
  let now = 0;
  let issued = 0;
  const changes: string[] = [];
  const refreshed: string[] = [];
  const ended: string[] = [];
  let answer: () => Promise<SignInResult> = async () => issue();
  const issue = (): SignInResult => {
    issued += 1;
    const expiresAt = new Date(now + lifetimeMs).toISOString();
    const session = { accessToken: `a${issued}`, refreshToken: `r${issued}`, expiresAt };
    return { session, errors: [] };
  };
  const keeper = createSessionKeeper({
    operations: {
      create: async () => issue(),
      refresh: (token) => {
        refreshed.push(token);
        return answer();
      },
      end: async (token) => void ended.push(token),
    },
    now: () => now,
    initial: null,
    renewal,
    onChange: (_, change) => changes.push(change),
  });
  return {
    keeper,
    changes,
    refreshed,
    ended,
    signIn: () => keeper.signIn({ email: 'e', password: 'p' }),
    turnTo: (ms: number) => {
      now = ms;
    },
    onRefresh: (next: () => Promise<SignInResult>) => {
      answer = next;
    },
  };
}

const offline = async () => {
  throw new NexusError('NETWORK_ERROR', 'Offline.');
};
const refused = async () => ({ session: null, errors: [{ code: 'INVALID', message: 'Used.' }] });

describe('a session', () => {
  it('is nobody before the sign-in', async () => {
    const { keeper } = trial();
    expect(await keeper.token()).toBeUndefined();
    await expect(keeper.renew('a0')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is renewed 30 s before its end', async () => {
    const { keeper, signIn, turnTo, refreshed } = trial();
    await signIn();
    turnTo(5 * MINUTE - 31_000);
    expect(await keeper.token()).toBe('a1');
    turnTo(5 * MINUTE - 30_000);
    expect(await keeper.token()).toBe('a2');
    expect(refreshed).toEqual(['r1']);
  });

  it('of a short life is renewed in its last quarter', async () => {
    const { keeper, signIn, turnTo } = trial(20_000);
    await signIn();
    turnTo(14_999);
    expect(await keeper.token()).toBe('a1');
    turnTo(15_000);
    expect(await keeper.token()).toBe('a2');
  });

  it('is not renewed all the time by a clock that runs ahead', async () => {
    const { keeper, signIn, refreshed } = trial(-MINUTE);
    await signIn();
    expect(await keeper.token()).toBe('a1');
    expect(refreshed).toEqual([]);
  });

  it('is renewed once, however many ask', async () => {
    const { keeper, signIn, refreshed } = trial();
    await signIn();
    expect(await Promise.all([keeper.renew('a1'), keeper.renew('a1')])).toEqual(['a2', 'a2']);
    expect(await keeper.renew('a1')).toBe('a2');
    expect(refreshed).toEqual(['r1']);
  });

  it('uses its last seconds when the network fails, and tries again', async () => {
    const { keeper, signIn, turnTo, onRefresh, refreshed } = trial();
    await signIn();
    turnTo(5 * MINUTE - 1);
    onRefresh(offline);
    expect(await keeper.token()).toBe('a1');
    turnTo(5 * MINUTE);
    await expect(keeper.token()).rejects.toMatchObject({ code: 'NETWORK_ERROR' });
    expect(keeper.current()).not.toBeNull();
    expect(refreshed).toHaveLength(2);
  });

  it('ends when the server refuses its refresh token', async () => {
    const { keeper, signIn, onRefresh, changes } = trial();
    await signIn();
    onRefresh(refused);
    await expect(keeper.renew('a1')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(keeper.current()).toBeNull();
    expect(changes).toEqual(['signed-in', 'ended']);
  });

  it('is not brought back by a renewal that a sign-out overtook', async () => {
    const { keeper, signIn, onRefresh } = trial();
    await signIn();
    let arrive = (_: SignInResult) => {};
    onRefresh(() => new Promise((resolve) => (arrive = resolve)));
    const renewal = keeper.renew('a1');
    await keeper.signOut();
    arrive({ session: { accessToken: 'late', refreshToken: 'r', expiresAt: '' }, errors: [] });
    await expect(renewal).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(keeper.current()).toBeNull();
  });

  it('takes what another holder has got, and uses no refresh token twice', async () => {
    const expiresAt = new Date(9 * MINUTE).toISOString();
    const successor = { accessToken: 'a9', refreshToken: 'r9', expiresAt };
    const { keeper, signIn, refreshed, changes } = trial(5 * MINUTE, async () => ({
      session: successor,
      errors: [],
    }));
    await signIn();
    expect(await keeper.renew('a1')).toBe('a9');
    expect(keeper.current()).toEqual(successor);
    expect(refreshed).toEqual([]);
    expect(changes).toEqual(['signed-in', 'renewed']);
  });

  it("is renewed from a successor's refresh token, where the holders say so", async () => {
    const later = { accessToken: 'a8', refreshToken: 'r8', expiresAt: '' };
    const { keeper, signIn, refreshed } = trial(5 * MINUTE, (_, refresh) => refresh(later));
    await signIn();
    expect(await keeper.renew('a1')).toBe('a2');
    expect(refreshed).toEqual(['r8']);
  });

  it('ends on the server, unless it is left to others', async () => {
    const { keeper, signIn, ended } = trial();
    await signIn();
    await keeper.signOut({ here: true });
    expect([keeper.current(), ended]).toEqual([null, []]);
    await signIn();
    await keeper.signOut();
    expect(ended).toEqual(['a2']);
  });
});
