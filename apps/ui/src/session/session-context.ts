import { createContext, use } from 'react';
import type { PortalSession } from './portal-session.js';

export const SessionContext = createContext<PortalSession | null>(null);

/** The session of this page. Only below `startPortal`. */
export function useSession(): PortalSession {
  const session = use(SessionContext);
  if (!session) throw new TypeError('There is a session only inside a portal.');
  return session;
}
