import { describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createHopSigner, verifyHop } from '../src/index.js';

let time = Date.UTC(2026, 10, 20);
const at = (milliseconds: number) => ({ currentDate: new Date(milliseconds) });
const options = {
  claims: (principal: { id: string; scopes: string[] } | null) => ({
    sub: principal?.id ?? 'anonymous',
    scopes: principal?.scopes ?? [],
  }),
  cacheKey: (principal: { id: string; scopes: string[] } | null) => JSON.stringify(principal),
  now: () => time,
};
const ada = { id: 'ada', scopes: ['a'] };

describe('a hop token', () => {
  it('carries the claims, is shared for half of its life, then renewed', async () => {
    const signer = await createHopSigner(options);
    const first = await signer.token(ada);
    expect(await verifyHop(first, signer.jwks, at(time))).toMatchObject({
      ok: true,
      claims: { sub: 'ada', scopes: ['a'], exp: time / 1000 + 60 },
    });
    time += 29_000;
    expect(await signer.token({ ...ada })).toBe(first);
    expect(await signer.token(null)).not.toBe(first);
    expect(await signer.token({ ...ada, scopes: [] })).not.toBe(first);
    time += 1_000;
    expect(await signer.token(ada)).not.toBe(first);
  });

  it('is refused after its time, by other keys, for others, or when altered', async () => {
    const signer = await createHopSigner(options);
    const other = await createHopSigner(options);
    const token = await signer.token(ada);
    const [header, body = '', signature] = token.split('.');
    const forged = [header, body.replace(/^./, 'f'), signature].join('.');
    expect(await verifyHop(token, signer.jwks, at(time + 61_000))).toMatchObject({
      code: 'EXPIRED',
    });
    expect(await verifyHop(token, other.jwks, at(time))).toMatchObject({
      ok: false,
      code: 'INVALID',
    });
    expect(await verifyHop(forged, signer.jwks, at(time))).toMatchObject({ code: 'INVALID' });
    expect(await verifyHop('nonsense', signer.jwks)).toMatchObject({ code: 'INVALID' });
    const audience = { ...at(time), audience: 'somebody-else' };
    expect(await verifyHop(token, signer.jwks, audience)).toMatchObject({ code: 'INVALID' });
    const secret = new TextEncoder().encode('x'.repeat(32));
    const symmetric = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('nexus-router')
      .setAudience('nexus-subgraphs')
      .setExpirationTime('1h')
      .sign(secret);
    expect(await verifyHop(symmetric, signer.jwks)).toMatchObject({ code: 'INVALID' });
  });

  it('can be signed by a key that several routers share, and shows only its public half', async () => {
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const privateKey = await exportJWK(pair.privateKey);
    const [one, two] = await Promise.all([
      createHopSigner({ ...options, privateKey }),
      createHopSigner({ ...options, privateKey }),
    ]);
    expect(await verifyHop(await one.token(ada), two.jwks, at(time))).toMatchObject({ ok: true });
    expect(one.jwks.keys[0]).not.toHaveProperty('d');
  });
});
