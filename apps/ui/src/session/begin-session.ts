import { type Access, type SessionRoutes, settled } from './session-routes.js';

const LOCK = 'nexus:session';

/**
 * The token of whoever is signed in in this browser; null where nobody is. Windows that open at once ask one after
 * the other: each exchange makes the cookie before it worthless. @throws NexusError
 */
export async function beginSession(
  { refresh }: Pick<SessionRoutes, 'refresh'>,
  locks: Pick<LockManager, 'request'> | undefined,
): Promise<Access | null> {
  return settled(await (locks ? locks.request(LOCK, refresh) : refresh()));
}
