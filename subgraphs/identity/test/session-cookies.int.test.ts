import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSessionCookies } from '../src/index.js';
import { type IdentityHouse, openIdentityHouse, PASSWORD } from './support/house.js';

let house: IdentityHouse;
let cookies: ReturnType<typeof createSessionCookies>;
beforeAll(async () => {
  house = await openIdentityHouse();
  cookies = createSessionCookies({
    run: (query, variables) => house.anonymous.execute(query, { ...variables }),
    origins: ['https://portal.kiln.test'],
  });
});
afterAll(() => house.close());

const OURS = { host: 'nexus.test', origin: 'https://nexus.test', 'x-requested-with': 'nexus' };
const CREDENTIALS = { email: 'ada@kiln.test', password: PASSWORD };
const post = (path: string, headers: object = {}, body: unknown = null) =>
  cookies({ path, headers: { ...OURS, ...headers }, body });

/** What a browser sends back of the cookies it was given. */
function kept(setCookies: readonly string[]): { cookie: string } {
  return { cookie: setCookies.map((line) => line.split(';')[0]).join('; ') };
}

describe('sessions of browsers', () => {
  it('keep the refresh token out of reach of scripts', async () => {
    const answer = await post('/auth/sign-in', {}, CREDENTIALS);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ session: { accessToken: expect.any(String) }, errors: [] });
    expect(JSON.stringify(answer.body)).not.toContain('refreshToken');
    expect(answer.setCookies).toHaveLength(2);
    for (const line of answer.setCookies) {
      expect(line).toMatch(
        /^__Host-nexus-(refresh|device)=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Strict$/,
      );
    }
  });

  it('go on by the cookie, and end with it', async () => {
    const first = kept((await post('/auth/sign-in', {}, CREDENTIALS)).setCookies);
    const next = await post('/auth/refresh', first);
    expect(next.body).toMatchObject({ session: { accessToken: expect.any(String) } });
    const out = await post('/auth/sign-out', kept(next.setCookies));
    expect(out.setCookies).toEqual([
      expect.stringMatching(/^__Host-nexus-refresh=; Path=\/; Max-Age=0;/),
    ]);
    const dead = await post('/auth/refresh', kept(next.setCookies));
    expect(dead.body).toMatchObject({ session: null, errors: [{ code: 'SESSION_EXPIRED' }] });
    expect(dead.setCookies).toHaveLength(1);
  });

  it('begin by an invitation, too, and know the device', async () => {
    const { caller } = await house.asPerson('ada@kiln.test');
    await caller.ask(
      'mutation { memberInvite(input: { email: "noa@kiln.test", name: "Noa", roles: ["EMPLOYEE"] }) { errors { code } } }',
    );
    const token = await house.tokenMailedTo('noa@kiln.test');
    const accept = { token, name: 'Noa', password: 'lantern ferry copper 79 quiet' };
    expect((await post('/auth/accept-invitation', {}, { token })).status).toBe(400);
    const device = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' };
    const answer = await post('/auth/accept-invitation', device, accept);
    expect(answer).toMatchObject({ status: 200, body: { errors: [] } });
    expect(JSON.stringify(answer.body)).not.toContain('refreshToken');
    const { accessToken } = answer.body.session as { accessToken: string };
    const principal = await house.principals.resolve(accessToken);
    if (!principal) throw new RangeError('no principal');
    expect(
      await house.as(principal).ask('{ viewer { sessions { device { browser system } } } }'),
    ).toEqual({ viewer: { sessions: [{ device: { browser: 'Firefox', system: 'Linux' } }] } });
    const again = await post('/auth/accept-invitation', {}, accept);
    expect(again.body).toMatchObject({ session: null, errors: [{ code: 'TOKEN_INVALID' }] });
  });

  it('are forgotten only when they are dead', async () => {
    const wrong = await post('/auth/sign-in', {}, { ...CREDENTIALS, password: 'not the password' });
    expect(wrong).toMatchObject({
      status: 200,
      setCookies: [],
      body: { errors: [{ code: 'INVALID_CREDENTIALS' }] },
    });
    expect((await post('/auth/refresh')).body).toMatchObject({ session: null });
  });

  it.each([
    ['without the header that no form can send', { 'x-requested-with': undefined }, 403],
    ['from another site', { origin: 'https://evil.test' }, 403],
    ['from a page without an origin', { origin: undefined }, 403],
    ['from an origin that is none', { origin: 'null' }, 403],
    ['from an allowed portal', { origin: 'https://portal.kiln.test' }, 200],
  ])('begin %s: %#', async (_case, headers, status) => {
    expect((await post('/auth/sign-in', headers, CREDENTIALS)).status).toBe(status);
  });

  it('answer nonsense with a refusal', async () => {
    expect((await post('/auth/sign-in', {}, { email: 1 })).status).toBe(400);
    expect((await post('/auth/sign-in', {}, 'text')).status).toBe(400);
    expect((await post('/auth/nowhere')).status).toBe(404);
  });
});
