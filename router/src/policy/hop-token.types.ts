import type { JSONWebKeySet, JWK, JWTPayload } from 'jose';

export interface HopSignerOptions<P> {
  /** The claims a subgraph needs about the caller; called when a token is minted. */
  claims(principal: P | null): Readonly<Record<string, unknown>>;
  /** Equal keys share a token. It must change whenever `claims` would. */
  cacheKey(principal: P | null): string;
  /** A private Ed25519 JWK, where several routers share one; default: a key pair of its own. */
  privateKey?: JWK;
  /** Default `nexus-router`. */
  issuer?: string;
  /** Default `nexus-subgraphs`. */
  audience?: string;
  /** Default 60. A token is reused for half of its life. */
  lifetimeSeconds?: number;
  /** Tokens kept at most; default 10,000. */
  cacheSize?: number;
  /** Milliseconds since the epoch; default `Date.now`. */
  now?: () => number;
}

/** Mints the short-lived tokens by which subgraphs recognise the router. */
export interface HopSigner<P> {
  token(principal: P | null): Promise<string>;
  /** The public keys, as served at `/.well-known/nexus-internal-jwks.json`. */
  readonly jwks: JSONWebKeySet;
}

export interface VerifyHopOptions {
  /** Default `nexus-router`. */
  issuer?: string;
  /** Default `nexus-subgraphs`. */
  audience?: string;
  /** Default: now. */
  currentDate?: Date;
}

/** A hop token's claims, or why it was refused. */
export type HopVerification =
  | { readonly ok: true; readonly claims: JWTPayload }
  | { readonly ok: false; readonly code: 'EXPIRED' | 'INVALID'; readonly reason: string };
