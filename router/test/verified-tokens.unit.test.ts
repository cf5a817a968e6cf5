import { webcrypto } from 'node:crypto';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { JwksTimes } from '../src/policy/jwks.js';
import { jwtVerifier } from '../src/policy/jwt-verifier.js';

const ISSUER = 'https://one.example';
const START = 1_800_000_000;

afterEach(() => {
  jest.restoreAllMocks();
});

async function keyPair(kid?: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', ...(kid && { kid }) };
  const sign = (claims: JWTPayload = {}): Promise<string> =>
    new SignJWT({ iss: ISSUER, exp: START + 100, ...claims })
      .setProtectedHeader({ alg: 'ES256', ...(kid && { kid }) })
      .sign(privateKey);
  return { jwk, sign };
}

function verifier(keys: object[], remembered = 10, tolerance = 0) {
  const clock = { seconds: START };
  const times: JwksTimes = {
    maxAgeMs: 1_000,
    cooldownMs: 1_000,
    now: () => clock.seconds * 1000,
  };
  const issuers = [{ issuer: ISSUER, jwks: { keys } }];
  const verify = jwtVerifier(issuers as never, tolerance, times, remembered);
  const signatures = jest.spyOn(webcrypto.subtle, 'verify');
  return { verify, clock, signatures };
}

describe('a token that was verified', () => {
  it('is believed without another look at its signature, with claims of its own each time', async () => {
    const { jwk, sign } = await keyPair('a');
    const { verify, signatures } = verifier([jwk]);
    const token = await sign({ sub: 'ada', roles: ['x'] });
    const [first, second] = [await verify(token), await verify(token)];
    expect(first).toEqual({ ok: true, claims: expect.objectContaining({ sub: 'ada' }) });
    expect(second).toEqual(first);
    expect((second as { claims: object }).claims).not.toBe((first as { claims: object }).claims);
    expect(signatures).toHaveBeenCalledTimes(1);
  });

  it('expires to the second, and is not valid before its time', async () => {
    const { jwk, sign } = await keyPair('a');
    const { verify, clock } = verifier([jwk], 10, 5);
    const token = await sign({ nbf: START });
    const okAt = async (seconds: number): Promise<boolean> => {
      clock.seconds = START + seconds;
      return (await verify(token)).ok;
    };
    const times = [0, -5, -6, 100, 104, 105, 0];
    const answers: boolean[] = [];
    for (const seconds of times) answers.push(await okAt(seconds));
    expect(answers).toEqual([true, true, false, true, true, false, true]);
  });

  it('vouches for no other with the same claims', async () => {
    const [one, two] = [await keyPair('a'), await keyPair('a')];
    const { verify } = verifier([one.jwk]);
    const good = await one.sign();
    expect((await verify(good)).ok).toBe(true);
    const [head, claims] = good.split('.');
    const [, , forged] = (await two.sign()).split('.');
    expect((await verify(`${head}.${claims}.${forged}`)).ok).toBe(false);
    expect((await verify(`${head}.${claims}.`)).ok).toBe(false);
    expect((await verify(good)).ok).toBe(true);
  });

  it('that names no key is verified by each of several, every time', async () => {
    const [one, two] = [await keyPair(), await keyPair()];
    const { verify, signatures } = verifier([one.jwk, two.jwk]);
    const token = await two.sign();
    for (let turn = 0; turn < 2; turn++) expect((await verify(token)).ok).toBe(true);
    expect(signatures.mock.calls.length).toBeGreaterThan(2);
  });

  it('is forgotten when too many came after it, or at once', async () => {
    const { jwk, sign } = await keyPair('a');
    for (const [remembered, expected] of [
      [1, 3],
      [0, 3],
      [2, 2],
    ] as const) {
      const { verify, signatures } = verifier([jwk], remembered);
      const [one, two] = [await sign({ sub: 'one' }), await sign({ sub: 'two' })];
      for (const token of [one, two, one]) expect((await verify(token)).ok).toBe(true);
      expect(signatures).toHaveBeenCalledTimes(expected);
      signatures.mockRestore();
    }
  });
});
