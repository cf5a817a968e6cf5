import type { Session } from '@nexus/sdk';

const KEY = 'nexus-explorer:session';

/** Keeps the session for a reload of this browser tab, and not longer. */
export interface KeptSession {
  load(): Session | null;
  save(session: Session | null): void;
}

export function createKeptSession(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): KeptSession {
  return {
    load() {
      try {
        const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
        return isSession(value) ? value : null;
      } catch {
        return null;
      }
    },
    save(session) {
      if (session) storage.setItem(KEY, JSON.stringify(session));
      else storage.removeItem(KEY);
    },
  };
}

function isSession(value: unknown): value is Session {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['accessToken', 'refreshToken', 'expiresAt'].every(
      (key) => typeof Reflect.get(value, key) === 'string',
    )
  );
}
