import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import { LruCache } from '../support/lru-cache.js';
import { messageOf } from '../support/message-of.js';
import type {
  HopSigner,
  HopSignerOptions,
  HopVerification,
  VerifyHopOptions,
} from './hop-token.types.js';

const ISSUER = 'nexus-router';
const AUDIENCE = 'nexus-subgraphs';

/**
 * Signs what the router says about a caller, so that a subgraph trusts it and nobody else.
 * Tokens are EdDSA JWTs that live a minute and are shared by equal callers for half of that.
 */
export async function createHopSigner<P>(options: HopSignerOptions<P>): Promise<HopSigner<P>> {
  const { privateJwk, publicJwk } = await keys(options.privateKey);
  const key = await importJWK(privateJwk, 'EdDSA');
  const header = { alg: 'EdDSA', kid: publicJwk.kid, typ: 'JWT' };
  const lifetime = options.lifetimeSeconds ?? 60;
  const now = options.now ?? Date.now;
  const cache = new LruCache<string, { token: Promise<string>; freshUntil: number }>(
    options.cacheSize ?? 10_000,
  );

  const mint = (principal: P | null, issuedAt: number): Promise<string> =>
    new SignJWT({ ...options.claims(principal) })
      .setProtectedHeader(header)
      .setIssuer(options.issuer ?? ISSUER)
      .setAudience(options.audience ?? AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(key);

  return {
    jwks: { keys: [publicJwk] },
    token(principal) {
      const cacheKey = options.cacheKey(principal);
      const time = now();
      const cached = cache.get(cacheKey);
      if (cached && cached.freshUntil > time) return cached.token;
      const token = mint(principal, Math.floor(time / 1000));
      cache.set(cacheKey, { token, freshUntil: time + (lifetime * 1000) / 2 });
      return token;
    },
  };
}

/**
 * Checks a hop token, for whoever serves a subgraph over HTTP. Never throws for a bad token. Pass
 * the same `jwks` object each time: its keys are imported once.
 */
export async function verifyHop(
  token: string,
  jwks: JSONWebKeySet,
  options: VerifyHopOptions = {},
): Promise<HopVerification> {
  try {
    const { payload } = await jwtVerify(token, keySetOf(jwks), {
      algorithms: ['EdDSA'],
      issuer: options.issuer ?? ISSUER,
      audience: options.audience ?? AUDIENCE,
      requiredClaims: ['exp'],
      ...(options.currentDate && { currentDate: options.currentDate }),
    });
    return { ok: true, claims: payload };
  } catch (error) {
    const reason = messageOf(error);
    return { ok: false, code: error instanceof errors.JWTExpired ? 'EXPIRED' : 'INVALID', reason };
  }
}

/** Keys are imported once per set, not once per request. */
const keySets = new WeakMap<JSONWebKeySet, ReturnType<typeof createLocalJWKSet>>();

function keySetOf(jwks: JSONWebKeySet): ReturnType<typeof createLocalJWKSet> {
  const known = keySets.get(jwks);
  if (known) return known;
  const keySet = createLocalJWKSet(jwks);
  keySets.set(jwks, keySet);
  return keySet;
}

async function keys(given: JWK | undefined): Promise<{ privateJwk: JWK; publicJwk: JWK }> {
  const privateJwk = given ?? (await newKey());
  const { kty, crv, x } = privateJwk;
  const publicJwk = { kty, crv, x } as JWK;
  const kid = privateJwk.kid ?? (await calculateJwkThumbprint(publicJwk));
  return { privateJwk, publicJwk: { ...publicJwk, kid, alg: 'EdDSA', use: 'sig' } };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}
