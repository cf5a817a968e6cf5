import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { JwtIssuer } from './jwt-authentication.types.js';

const FETCH_TIMEOUT_MS = 5_000;

export interface JwksTimes {
  readonly maxAgeMs: number;
  readonly cooldownMs: number;
  readonly now: () => number;
}

/**
 * An issuer's keys. Fetched ones are used until newer ones are there: an issuer that is down for a while locks nobody
 * out. A key that is not known is looked for anew, at most once per cool-down.
 * @throws TypeError when the issuer does not say where its keys are
 */
export function keysOf(
  { issuer, jwks, jwksUrl, jwksHeaders }: JwtIssuer,
  times: JwksTimes,
): JWTVerifyGetKey {
  if (jwks && jwksUrl === undefined) return createLocalJWKSet(jwks);
  if (jwks || jwksUrl === undefined) {
    throw new TypeError(`Issuer "${issuer}" needs either jwks or jwksUrl.`);
  }
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: times.cooldownMs,
    timeoutDuration: FETCH_TIMEOUT_MS,
    ...(jwksHeaders && { headers: { ...jwksHeaders } }),
  });
  let known = false;
  let refreshAt = Number.POSITIVE_INFINITY;
  const refresh = async (): Promise<void> => {
    // Whatever becomes of it, the next try is a cool-down away.
    refreshAt = times.now() + times.cooldownMs;
    await keys.reload();
    refreshAt = times.now() + times.maxAgeMs;
  };
  return async (header, token) => {
    // It copies them all; once there, they stay.
    known ||= keys.jwks() !== undefined;
    if (known && refreshAt === Number.POSITIVE_INFINITY) refreshAt = times.now() + times.maxAgeMs;
    if (known && times.now() >= refreshAt) refresh().catch(() => undefined);
    return keys(header, token);
  };
}
