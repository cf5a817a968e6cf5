import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DocumentLinks } from '../domain/document.js';

/**
 * Links signed by HMAC-SHA-256. `secret` has 32 bytes or more; `baseUrl` is where the host serves documents,
 * `https://nexus.example/documents`: the link is that and `/<token>`.
 */
export function hmacDocumentLinks(secret: Uint8Array, baseUrl: string): DocumentLinks {
  const mac = (body: string) => createHmac('sha256', secret).update(body).digest();
  return {
    sign({ tenantId, documentId, expiresAt }) {
      const seconds = Math.floor(expiresAt.getTime() / 1_000);
      const body = `${tenantId}.${documentId}.${seconds}`;
      return `${baseUrl}/${body}.${mac(body).toString('base64url')}`;
    },
    open(token, now) {
      const [tenantId = '', documentId = '', seconds = '', signature = ''] = token.split('.');
      const expected = mac(`${tenantId}.${documentId}.${seconds}`);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const expiresAt = new Date(Number(seconds) * 1_000);
      return expiresAt > now ? { tenantId, documentId, expiresAt } : undefined;
    },
  };
}
