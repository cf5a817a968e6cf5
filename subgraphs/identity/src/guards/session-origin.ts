import type { KeyRing } from '@nexus/kit/events';
import { openJson, sealJson } from './secrets.js';

/** From where a session was begun: personal, and kept sealed as long as the session's row. */
export interface SessionOrigin {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

const PURPOSE = 'identity.session-origin';
const UNKNOWN: SessionOrigin = { ip: null, userAgent: null };

export function sealOrigin(keys: KeyRing, sessionId: string, origin: SessionOrigin): Buffer {
  return sealJson(keys, PURPOSE, origin, sessionId);
}

/** Sessions from before this was kept say nothing. */
export function openOrigin(
  keys: KeyRing,
  session: { readonly id: string; readonly origin: Buffer | null },
): SessionOrigin {
  return session.origin
    ? openJson<SessionOrigin>(keys, PURPOSE, session.origin, session.id)
    : UNKNOWN;
}
