import { useSyncExternalStore } from 'react';
import { lazyPart } from '../components/lazy-part.js';
import { useSession } from './session-context.js';

const SessionDialog = lazyPart(async () => (await import('./session-dialog.js')).SessionDialog);

/** Shows the way back in once the session has ended. */
export function SessionEnd() {
  const session = useSession();
  const status = useSyncExternalStore(session.listen, () => session.status);
  return status === 'ended' ? <SessionDialog /> : null;
}
