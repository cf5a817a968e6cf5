import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from '@nexus/kit/events';
import { canonicalEmail } from '../domain/email.js';

/** 32 random bytes as text: refresh tokens, device tokens, tokens sent by mail. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a token. It has 256 bits of chance, so that a plain hash is enough; looking it up by its hash
 * tells by no duration how much of a guess was right.
 */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Finds an address without storing it: a keyed hash, worthless without the server's key. */
export function emailIndex(keys: KeyRing, email: string): string {
  return createHmac('sha256', keys.derive('identity.email-index'))
    .update(canonicalEmail(email))
    .digest('base64url');
}

/** Seals a value as JSON for one purpose and one owner: it opens nowhere else. */
export function sealJson(keys: KeyRing, purpose: string, value: unknown, owner: string): Buffer {
  return keys.seal(purpose, Buffer.from(JSON.stringify(value)), owner);
}

export function openJson<Value>(
  keys: KeyRing,
  purpose: string,
  sealed: Uint8Array,
  owner: string,
): Value {
  return JSON.parse(keys.open(purpose, sealed, owner).toString()) as Value;
}
