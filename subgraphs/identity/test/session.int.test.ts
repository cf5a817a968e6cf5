import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdentityHouse, openIdentityHouse } from './support/house.js';

let house: IdentityHouse;
beforeAll(async () => {
  house = await openIdentityHouse();
  await house.member({ email: 'mia@kiln.test', name: 'Mia' });
});
afterAll(() => house.close());

async function begin(email = 'mia@kiln.test') {
  const { session } = await house.signIn(email);
  if (!session) throw new RangeError('no session');
  return session;
}

/** Within a second everywhere: the log is read at least four times in it. */
async function soon(check: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < 1_000; waited += 20) {
    if (await check()) return true;
    await sleep(20);
  }
  return false;
}

describe('refreshing', () => {
  it('gives new tokens for the same session', async () => {
    const first = await begin();
    house.clock.advance(240_000);
    const next = await house.refresh(first.refreshToken);
    expect(next.errors).toEqual([]);
    expect(next.session?.id).toBe(first.id);
    expect(next.session?.refreshToken).not.toBe(first.refreshToken);
    const principal = await house.principals.resolve(next.session?.accessToken ?? '');
    expect(principal?.sessionId).toBe(first.id);
  });

  it('gives two tabs the same successor within ten seconds', async () => {
    const { refreshToken, deviceToken } = await begin();
    const both = await Promise.all([1, 2].map(() => house.refresh(refreshToken, { deviceToken })));
    expect(both.map(({ errors }) => errors)).toEqual([[], []]);
    expect(both[0]?.session?.refreshToken).toBe(both[1]?.session?.refreshToken);
    house.clock.advance(9_000);
    const third = await house.refresh(refreshToken, { deviceToken });
    expect(third.session?.refreshToken).toBe(both[0]?.session?.refreshToken);
  });

  it('ends the session for both when a used token comes later', async () => {
    const first = await begin();
    const next = await house.refresh(first.refreshToken);
    house.clock.advance(60_000);
    expect((await house.refresh(first.refreshToken)).errors[0]?.rule).toBe('SESSION_EXPIRED');
    expect((await house.refresh(next.session?.refreshToken ?? '')).errors[0]?.rule).toBe(
      'SESSION_EXPIRED',
    );
    const access = next.session?.accessToken ?? '';
    expect(await soon(async () => (await house.principals.resolve(access)) === undefined)).toBe(
      true,
    );
    const [event] = await house.database.sql(
      `SELECT type FROM kit.event WHERE type = 'identity.RefreshReuseDetected'`,
    );
    expect(event).toBeDefined();
    expect(
      await house.database.sql(
        `SELECT data->>'reason' AS reason FROM kit.event
      WHERE type = 'identity.SessionEnded' AND data->>'sessionId' = $1`,
        [first.id],
      ),
    ).toEqual([{ reason: 'REUSE' }]);
  });

  it('ends the session when a used token comes at once, but from another device', async () => {
    const { refreshToken, deviceToken } = await begin();
    await house.refresh(refreshToken, { deviceToken });
    expect(
      (await house.refresh(refreshToken, { deviceToken: 'x'.repeat(43) })).errors[0]?.rule,
    ).toBe('SESSION_EXPIRED');
  });

  it('refuses a token that nobody was given', async () => {
    expect((await house.refresh('a'.repeat(43))).errors[0]).toMatchObject({
      code: 'TOKEN_INVALID',
      rule: 'TOKEN_INVALID',
      path: ['input', 'refreshToken'],
    });
  });

  it('ends with the idle time of the strictest role', async () => {
    const employee = await begin();
    const admin = await begin('ada@kiln.test');
    house.clock.advance(31 * 60_000);
    expect((await house.refresh(admin.refreshToken)).errors[0]?.rule).toBe('SESSION_EXPIRED');
    expect((await house.refresh(employee.refreshToken)).errors).toEqual([]);
    expect(await house.principals.resolve(employee.accessToken)).toBeUndefined();
  });
});

describe('signing out', () => {
  it('ends the session everywhere within a second', async () => {
    const { caller, principal, tokens } = await house.asPerson('mia@kiln.test');
    const revoked: boolean[] = [];
    house.principals.onRevoked((concerns) => revoked.push(concerns(principal)));
    expect(
      await caller.ask('mutation { sessionEnd(input: {}) { ended errors { rule } } }'),
    ).toEqual({
      sessionEnd: { ended: 1, errors: [] },
    });
    expect(
      await soon(async () => (await house.principals.resolve(tokens.accessToken)) === undefined),
    ).toBe(true);
    expect(await house.principals.stillAllowed(principal)).toBe(false);
    expect(revoked).toContain(true);
    expect((await house.refresh(tokens.refreshToken)).errors[0]?.rule).toBe('SESSION_EXPIRED');
  });

  it('ends other sessions of the caller, never somebody else’s', async () => {
    const mia = await house.asPerson('mia@kiln.test');
    const other = await begin();
    const ada = await begin('ada@kiln.test');
    const end =
      'mutation($id: ID!) { sessionEnd(input: { id: $id }) { ended errors { code path } } }';
    expect(await mia.caller.ask(end, { id: ada.id })).toEqual({
      sessionEnd: { ended: null, errors: [{ code: 'NOT_FOUND', path: ['input', 'id'] }] },
    });
    expect(await mia.caller.ask(end, { id: other.id })).toMatchObject({ sessionEnd: { ended: 1 } });
    await begin();
    const { sessionEnd } = await mia.caller.ask<{ sessionEnd: { ended: number } }>(
      'mutation { sessionEnd(input: { others: true }) { ended } }',
    );
    expect(sessionEnd.ended).toBeGreaterThan(0);
    expect(await mia.caller.ask('{ viewer { sessions { id current } } }')).toEqual({
      viewer: { sessions: [{ id: mia.tokens.id, current: true }] },
    });
  });
});

describe('access tokens', () => {
  it('are refused when changed, expired, or signed by somebody else', async () => {
    const { accessToken } = await begin();
    const [head, , signature] = accessToken.split('.');
    const forged = Buffer.from(JSON.stringify({ sub: 'usr_x' })).toString('base64url');
    expect(await house.principals.resolve(`${head}.${forged}.${signature}`)).toBeUndefined();
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    expect(await house.principals.resolve(`${none}.${accessToken.split('.')[1]}.`)).toBeUndefined();
    expect(await house.principals.resolve('not a token')).toBeUndefined();
    expect(await house.principals.resolve(accessToken)).toBeDefined();
    house.clock.advance(300_001);
    expect(await house.principals.resolve(accessToken)).toBeUndefined();
  });

  it('are verified by the published keys, which change every 90 days and are known a day ahead', async () => {
    const { keys } = await house.principals.jwks();
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' });
    expect(keys[0]).not.toHaveProperty('d');
  });
});
