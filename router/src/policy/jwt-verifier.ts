import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { type JwksTimes, keysOf } from './jwks.js';
import type { JwtIssuer } from './jwt-authentication.types.js';
import { VerifiedTokens } from './verified-tokens.js';

/** Everything that a published key can sign; a symmetric algorithm would take a public key for a secret. */
const ASYMMETRIC: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** What is wrong with a token, as opposed to with finding that out. */
const REFUSALS = [
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
] as const;

export type VerifiedJwt =
  | { readonly ok: true; readonly claims: JWTPayload }
  | { readonly ok: false /** For the log. */; readonly reason: string };

/** Does it look like a JWT? What does not is an opaque token. */
export function isJwt(token: string): boolean {
  try {
    decodeProtectedHeader(token);
    return token.split('.').length === 3;
  } catch {
    return false;
  }
}

interface Trusted {
  readonly keys: JWTVerifyGetKey;
  readonly options: JWTVerifyOptions;
}

/**
 * Verifies tokens of several issuers, each by its own keys alone. Rejects when an issuer's keys cannot be had. So many
 * tokens are remembered that a signature is seldom computed twice; everything else is asked each time.
 * @throws TypeError for issuers that could not be verified safely
 */
export function jwtVerifier(
  issuers: readonly JwtIssuer[],
  clockTolerance: number,
  times: JwksTimes,
  remembered: number,
): (token: string) => Promise<VerifiedJwt> {
  const trusted = new Map<string, Trusted>();
  for (const one of issuers) {
    if (trusted.has(one.issuer)) throw new TypeError(`Issuer "${one.issuer}" is given twice.`);
    trusted.set(one.issuer, { keys: keysOf(one, times), options: optionsOf(one, clockTolerance) });
  }
  const verified = new VerifiedTokens(remembered);
  return async (token) => {
    try {
      const claims = decodeJwt(token);
      const { iss } = claims;
      const issuer = iss === undefined ? undefined : trusted.get(iss);
      if (!issuer) return { ok: false, reason: 'the issuer is unknown' };
      const now = times.now();
      if (await verified.knows(token, issuer.keys)) {
        if (isTimely(claims, Math.floor(now / 1000), clockTolerance)) return { ok: true, claims };
      }
      const options = { ...issuer.options, currentDate: new Date(now) };
      let used: Awaited<ReturnType<JWTVerifyGetKey>> | undefined;
      const keys: JWTVerifyGetKey = async (header, signed) => {
        used = await issuer.keys(header, signed);
        return used;
      };
      const found = await verify(token, keys, options);
      if (used) verified.remember(token, used);
      return { ok: true, claims: found };
    } catch (error) {
      if (!REFUSALS.some((refusal) => error instanceof refusal)) throw error;
      return { ok: false, reason: (error as Error).message };
    }
  };
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    // A token that names no key may be signed by any.
    return verifyByAny(token, error, options);
  }
}

async function verifyByAny(
  token: string,
  keys: AsyncIterable<CryptoKey>,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

/** As jose has it; what else it asks of claims does not change with time. */
function isTimely({ exp = 0, nbf = 0 }: JWTPayload, now: number, tolerance: number): boolean {
  return exp > now - tolerance && nbf <= now + tolerance;
}

function optionsOf(
  { issuer, audience, algorithms = ASYMMETRIC }: JwtIssuer,
  clockTolerance: number,
): JWTVerifyOptions {
  const unsafe = algorithms.filter((algorithm) => !ASYMMETRIC.includes(algorithm));
  if (unsafe.length > 0) {
    throw new TypeError(`Issuer "${issuer}": ${unsafe.join(', ')} cannot be allowed.`);
  }
  return {
    issuer,
    algorithms: [...algorithms],
    clockTolerance,
    requiredClaims: ['exp'],
    ...(audience !== undefined && {
      audience: typeof audience === 'string' ? audience : [...audience],
    }),
  };
}
