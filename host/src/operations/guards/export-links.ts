import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ExportLinks, ExportWish } from '../ports.js';

/** Links signed by HMAC-SHA-256 over all that they ask for; `baseUrl` and `/<token>` is where the file is. */
export function hmacExportLinks(secret: Uint8Array, baseUrl: string): ExportLinks {
  const mac = (body: string) => createHmac('sha256', secret).update(body).digest();
  return {
    sign(wish) {
      const body = Buffer.from(JSON.stringify(wish)).toString('base64url');
      return `${baseUrl}/${body}.${mac(body).toString('base64url')}`;
    },
    open(token, now) {
      const [body = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = mac(body);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      const wish = JSON.parse(Buffer.from(body, 'base64url').toString()) as ExportWish;
      return wish.expiresAt * 1_000 > now.getTime() ? wish : undefined;
    },
  };
}
