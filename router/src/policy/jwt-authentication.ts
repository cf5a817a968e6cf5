import type { JWTPayload } from 'jose';
import {
  AuthenticationFailed,
  type AuthenticationPort,
  type AuthenticationRequest,
} from './authentication.js';
import type { JwtAuthenticationOptions } from './jwt-authentication.types.js';
import { isJwt, jwtVerifier } from './jwt-verifier.js';

/** Characters of a token; as much as Node takes of all headers together. */
const LONGEST_TOKEN = 16_384;

/**
 * Callers are known by a JWT (RFC 7519) of one of several issuers, or by an opaque token that a hook knows. Whoever
 * presents a bad one is told so and nothing more; the log has the reason. A subscription ends when its token expires.
 * @throws TypeError when an issuer has no keys, or an algorithm that is not safe with published keys
 */
export function jwtAuthentication<P extends object = JWTPayload>(
  options: JwtAuthenticationOptions<P>,
): AuthenticationPort<P> {
  const { clockToleranceSeconds = 0, now = Date.now, audience, onRevoked, timeoutMs } = options;
  const times = {
    maxAgeMs: (options.jwksMaxAgeSeconds ?? 600) * 1000,
    cooldownMs: (options.jwksCooldownSeconds ?? 30) * 1000,
    now,
  };
  const remembered = options.rememberedTokens ?? 10_000;
  const verify = jwtVerifier(options.issuers, clockToleranceSeconds, times, remembered);
  const readToken = tokenReader(options.header ?? 'authorization', options.prefix ?? 'Bearer');
  /** Seconds since the epoch. */
  const expiries = new WeakMap<P, number>();

  const identify = async (token: string): Promise<P | undefined> => {
    if (!isJwt(token)) return options.opaque?.(token);
    const verified = await verify(token);
    if (!verified.ok) throw refused(verified.reason);
    const { claims } = verified;
    const principal = options.principal ? await options.principal(claims) : (claims as P);
    if (principal) expiries.set(principal, Math.max(claims.exp ?? 0, expiries.get(principal) ?? 0));
    return principal;
  };
  return {
    async authenticate(request) {
      const token = readToken(request);
      if (token === undefined) {
        if (options.optional) return { anonymous: true };
        throw refused('no token was presented');
      }
      const principal = await identify(token);
      if (!principal) throw refused('nobody is known by this token');
      return { principal };
    },
    stillAllowed(principal) {
      const expiry = expiries.get(principal);
      if (expiry !== undefined && now() / 1000 >= expiry + clockToleranceSeconds) return false;
      return options.stillAllowed?.(principal) ?? true;
    },
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(audience && { audience: (principal) => audience.call(options, principal) }),
    ...(onRevoked && { onRevoked: (listener) => onRevoked.call(options, listener) }),
  };
}

/** Finds the token of a request; `undefined`: there is none. */
function tokenReader(
  header: string,
  prefix: string,
): (request: AuthenticationRequest) => string | undefined {
  const name = header.toLowerCase();
  return ({ headers, connectionParams = {} }) => {
    const parameter = Object.keys(connectionParams).find((key) => key.toLowerCase() === name);
    const given = parameter === undefined ? headers[name] : connectionParams[parameter];
    if (given === undefined || given === null || given === '') return undefined;
    if (typeof given !== 'string' || given.length > LONGEST_TOKEN) throw refused('not a token');
    if (prefix === '') return given.trim();
    const [scheme = '', token = '', ...rest] = given.trim().split(/ +/);
    if (scheme.toLowerCase() !== prefix.toLowerCase() || token === '' || rest.length > 0) {
      throw refused(`not of the form "${prefix} <token>"`);
    }
    return token;
  };
}

function refused(reason: string): AuthenticationFailed {
  return new AuthenticationFailed(undefined, undefined, { cause: reason });
}
