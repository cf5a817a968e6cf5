import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Caller } from '../support/caller.js';
import { openEventStream } from '../support/event-stream.js';
import { type House, openHouse } from '../support/house.js';
import { untilFollowed } from '../support/live.js';
import { sendRaw } from '../support/raw.js';
import { newClient } from '../support/work.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close(), 30_000);

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const ME = JSON.stringify({ query: '{ viewer { user { id } } }' });
const status = async (token: string) =>
  (await sendRaw(house.nexus.graph, { body: ME, token })).status;

/** The processes hear of an end within a moment, not before the answer; by itself a token lives for five minutes. */
async function untilRefused(token: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while ((await status(token)) !== 401) {
    if (Date.now() > deadline) throw new RangeError('The token is still taken.');
  }
}

async function signedIn(person: 'employee' | 'manager' = 'employee'): Promise<Caller> {
  return Caller.signIn(house.nexus.graph, house.tenants.north.people[person]);
}

/** The token with other claims under the same signature. */
function forged(token: string, claims: object): string {
  const [head, body = '', signature] = token.split('.');
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...said, ...claims })).toString('base64url');
  return [head, changed, signature].join('.');
}

describe('an access token', () => {
  it('that is none, was changed, has expired or is signed by nobody is a 401', async () => {
    const { token } = await signedIn();
    expect(await status(token)).toBe(200);
    const [, body] = token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${body}.`;
    const hour = Math.floor(Date.now() / 1_000) - 3_600;
    const other = house.tenants.south.people.admin.userId;
    for (const bad of [
      'x',
      'x.y.z',
      token.slice(0, -4),
      unsigned,
      forged(token, { exp: hour }),
      forged(token, { sub: other }),
      forged(token, { tid: house.tenants.south.uuid }),
    ]) {
      const answer = await sendRaw(house.nexus.graph, { body: ME, token: bad });
      expect({ bad, status: answer.status, codes: answer.codes }).toEqual({
        bad,
        status: 401,
        codes: ['UNAUTHENTICATED'],
      });
    }
  });

  it('under another scheme is a 401 too', async () => {
    const { token } = await signedIn();
    const headers = { authorization: `Basic ${token}` };
    expect((await sendRaw(house.nexus.graph, { body: ME, headers })).status).toBe(401);
  });

  it('can be checked by whoever fetches the keys', async () => {
    const { token } = await signedIn();
    const [head = ''] = token.split('.');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
    const jwks = (await (await fetch(`${house.nexus.url}/oauth/jwks`)).json()) as {
      keys: Record<string, unknown>[];
    };
    const key = jwks.keys.find((known) => known.kid === kid);
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(key).not.toHaveProperty('d');
  });
});

describe('signing out', () => {
  it('ends the token and every live stream at once', async () => {
    const manager = await signedIn('manager');
    const { token } = manager;
    const clientId = await newClient(manager);
    const query = 'subscription ($id: ID!) { invoicePaid(clientId: $id) { id } }';
    const stream = await openEventStream(house.nexus.graph, {
      query,
      variables: { id: clientId },
      token,
    });
    const socket = manager.nexus.subscribe(query, { id: clientId });
    await untilFollowed(house.nexus.url, 2);
    const socketEnded = socket.next().then(
      () => 'an event',
      (error: { code?: string }) => error.code,
    );
    await Caller.anonymous(house.nexus.graph).do(
      'sessionEnd',
      { refreshToken: manager.nexus.session?.refreshToken },
      'ended',
    );
    await untilRefused(token);
    expect(await stream.next()).toMatchObject({
      errors: [{ extensions: { code: 'SESSION_EXPIRED' } }],
    });
    await stream.ended;
    expect(['UNAUTHENTICATED', 'SESSION_EXPIRED']).toContain(await socketEnded);
  }, 120_000);

  it('ends all other sessions where that is asked for, and keeps the own', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    await here.do('sessionEnd', { others: true }, 'ended');
    expect([await status(here.token), await status(there.token)]).toEqual([200, 401]);
  });
});

describe('a refresh token', () => {
  const refresh = (refreshToken: string, deviceToken?: string) =>
    house
      .anonymous()
      .attempt<{ session: Tokens | null }>(
        'sessionRefresh',
        { refreshToken, ...(deviceToken && { deviceToken }) },
        'session { accessToken refreshToken }',
      );

  it('is good for one use; used again by somebody else it ends the session for both', async () => {
    const caller = await signedIn();
    const first = caller.nexus.session?.refreshToken ?? '';
    const { payload } = await refresh(first);
    const next = payload?.session;
    expect(await status(next?.accessToken ?? '')).toBe(200);

    const again = await refresh(first, 'x'.repeat(43));
    expect(again).toMatchObject({ refused: ['SESSION_EXPIRED'], payload: { session: null } });
    await untilRefused(next?.accessToken ?? '');
    expect((await refresh(next?.refreshToken ?? '')).refused).toEqual(['SESSION_EXPIRED']);
  });

  it('that nobody was given is refused', async () => {
    expect((await refresh('a'.repeat(43))).refused).toEqual(['TOKEN_INVALID']);
  });
});

describe('signing in', () => {
  const attempt = (email: string, password: string) =>
    house.anonymous().attempt('sessionCreate', { email, password }, 'session { accessToken }');

  it('pauses after five failures, for the right password too', async () => {
    const { email, password } = house.tenants.north.people.colleague;
    for (let failure = 0; failure < 5; failure++)
      expect((await attempt(email, 'wrong horse battery staple')).refused).toEqual([
        'INVALID_CREDENTIALS',
      ]);
    expect((await attempt(email, password)).refused).toEqual(['TOO_MANY_REQUESTS']);
  }, 120_000);

  it('says the same of an account that does not exist, and takes as long', async () => {
    const timed = async (email: string) => {
      const began = performance.now();
      const { errors } = await attempt(email, 'wrong horse battery staple');
      return { errors, tookMs: performance.now() - began };
    };
    const known = await timed(house.tenants.north.people.finance.email);
    const unknown = await timed('nobody@north.example');
    expect(unknown.errors).toEqual(known.errors);
    for (const { tookMs } of [known, unknown]) expect(tookMs).toBeGreaterThanOrEqual(295);
    const forgot = (email: string) =>
      house.anonymous().attempt('passwordForgot', { email }, '__typename');
    expect(await forgot('nobody@north.example')).toEqual(
      await forgot(house.tenants.north.people.finance.email),
    );
  });
});
