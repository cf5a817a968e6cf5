import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { AuthenticationPort } from './authentication.js';

/** Whose tokens are believed. Exactly one of `jwksUrl` and `jwks` says by which keys. */
export interface JwtIssuer {
  /** The token's `iss`, to the letter. */
  issuer: string;
  /** Where the issuer publishes its keys; `https`, or `http` for a host of one's own network. */
  jwksUrl?: string;
  /** Keys that never change while the router runs. */
  jwks?: JSONWebKeySet;
  /** The token's `aud` must name one of these; default: not looked at. */
  audience?: string | readonly string[];
  /** Signature algorithms (RFC 7518); default: all asymmetric ones. Symmetric ones and `none` cannot be allowed. */
  algorithms?: readonly string[];
  /** Headers to be sent to `jwksUrl`. */
  jwksHeaders?: Readonly<Record<string, string>>;
}

export interface JwtAuthenticationOptions<P extends object = JWTPayload>
  extends Pick<AuthenticationPort<P>, 'audience' | 'onRevoked' | 'timeoutMs'> {
  issuers: readonly JwtIssuer[];
  /** Default `authorization`. Over WebSocket, `connectionParams` of the same name, in any case, come first. */
  header?: string;
  /** The word before the token, in any case; empty: the token stands alone. Default `Bearer`. */
  prefix?: string;
  /** By how much the clocks of issuer and router may differ, for `exp` and `nbf`; default 0. */
  clockToleranceSeconds?: number;
  /** May somebody come without a token, as nobody? Default false: 401. A bad token is always refused. */
  optional?: boolean;
  /**
   * Who it is that a verified token names; `undefined` refuses it. Return an object of its own per token. Default: the
   * claims.
   */
  principal?(claims: JWTPayload): P | undefined | Promise<P | undefined>;
  /** Asked about a token that is no JWT; `undefined` refuses it. Default: refused. */
  opaque?(token: string): Promise<P | undefined>;
  /** Asked beside the token's own expiry, which always ends a subscription; see `AuthenticationPort`. */
  stillAllowed?(principal: P): boolean | Promise<boolean>;
  /** How long fetched keys are used before they are fetched anew, in the background; default 600. */
  jwksMaxAgeSeconds?: number;
  /** After keys were fetched, an unknown key leads to no other fetch for so long; default 30. */
  jwksCooldownSeconds?: number;
  /**
   * Tokens remembered at most, so that a signature is verified once and not with each request; default 10,000. Expiry,
   * the issuer's current keys and `principal` are asked each time all the same. 0: none.
   */
  rememberedTokens?: number;
  /** Milliseconds since the epoch; default `Date.now`. */
  now?(): number;
}
