import type { Access } from '../../src/session/session-routes.js';

/** A token that looks like the server's; nobody checks its signature here. */
export function accessOf(person: string, serial = 1, minutes = 5): Access {
  const payload = { sub: person, mid: `membership of ${person}`, serial };
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  const expiresAt = new Date(Date.now() + minutes * 60_000).toISOString();
  return { accessToken: `h.${text}.s`, expiresAt, endsAt: expiresAt };
}
