import { createPrivateKey } from 'node:crypto';
import type { Principal } from '@nexus/kit/domain';
import { createHopSigner, type HopSigner } from '@nexus/router';
import type { JWK } from 'jose';
import { deriveKey } from '../config/index.js';

/** PKCS #8 head of an Ed25519 private key (RFC 8410); the 32 bytes of the seed follow. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key by which the router vouches for callers towards subgraphs in processes of their own. Derived from the
 * master key, so that routers that are started side by side or anew speak with one voice.
 */
function hopKey(masterKey: Buffer): JWK {
  const seed = deriveKey(masterKey, 'hop-signing');
  const key = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return { ...key.export({ format: 'jwk' }), alg: 'EdDSA' } as JWK;
}

/** Mints hop tokens that carry the whole principal: subgraphs look nothing up. */
export function principalSigner(masterKey: Buffer): Promise<HopSigner<Principal>> {
  return createHopSigner<Principal>({
    privateKey: hopKey(masterKey),
    claims: (principal) => ({ principal }),
    cacheKey: (principal) => JSON.stringify(principal),
  });
}
