import { NexusError } from '@nexus/sdk';
import type { Entries, KeptStore } from '../offline/kept-store.js';
import { holderOf } from '../session/holder.js';
import type { Access } from '../session/session-routes.js';

/** Who a page is for, and what it begins with. */
export interface Beginning {
  readonly holder: string;
  /** Null where the server was not there. */
  readonly access: Access | null;
  /** What was kept, where that is all there is. */
  readonly entries: Entries;
  /** As of when that is, in milliseconds of the clock. */
  readonly asOf?: number;
}

/**
 * Begins with the session of this browser; without the server with what was kept for whoever was here last; null
 * where nobody is signed in, and then nothing stays kept. @throws NexusError where there is neither
 */
export async function begin(
  began: Promise<Access | null>,
  store: Promise<KeptStore>,
  forget: () => Promise<void>,
  now: () => number,
): Promise<Beginning | null> {
  try {
    const access = await began;
    if (!access) {
      await forget();
      return null;
    }
    const holder = holderOf(access.accessToken);
    // Nobody waits for it, and without it the portal opens all the same.
    void store.then((kept) => kept.claim(holder, now())).catch(() => undefined);
    return { holder, access, entries: {} };
  } catch (error) {
    const kept = isAbsence(error) ? await lastKept(store, now()) : undefined;
    if (!kept) throw error;
    return kept;
  }
}

/** No answer, or one of something that stands where the server should. */
function isAbsence(error: unknown): boolean {
  if (!(error instanceof NexusError)) return false;
  return error.code === 'NETWORK_ERROR' || (error.status ?? 0) >= 500;
}

async function lastKept(opening: Promise<KeptStore>, now: number): Promise<Beginning | undefined> {
  try {
    const store = await opening;
    const whose = await store.whose();
    return whose && { ...whose, access: null, entries: await store.read(now) };
  } catch {
    return undefined;
  }
}
