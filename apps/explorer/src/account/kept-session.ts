import type { Session } from '@nexus/sdk';

const KEY = 'nexus-explorer:session';

/** A session, and the name by which windows that were duplicated know that they hold the same. */
export interface Kept {
  readonly id: string;
  readonly session: Session;
}

/** Keeps the session for a reload of this browser tab, and not longer. A duplicated tab has a copy. */
export interface KeptSession {
  load(): Kept | null;
  save(kept: Kept | null): void;
}

export function createKeptSession(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): KeptSession {
  return {
    load() {
      try {
        const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
        return isKept(value) ? value : null;
      } catch {
        return null;
      }
    },
    save(kept) {
      if (kept) storage.setItem(KEY, JSON.stringify(kept));
      else storage.removeItem(KEY);
    },
  };
}

/** Is it a session with its name? What comes from a storage or another window may be anything. */
export function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'session' in value &&
    isSession(value.session)
  );
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
