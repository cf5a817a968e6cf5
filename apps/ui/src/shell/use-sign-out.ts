import { useCallback } from 'react';
import { say } from '../actions/say.js';
import { describeFault } from '../graph/graph-fault.js';
import { useSentences } from '../i18n/use-sentences.js';
import { useText } from '../i18n/use-text.js';
import { forgetEverything } from '../offline/forget-everything.js';
import { useSession } from '../session/session-context.js';

/** Signs out, here and in every window, and leads to the sign-in. */
export function useSignOut(): () => void {
  const session = useSession();
  const text = useText();
  const sentence = useSentences();
  return useCallback(() => {
    const end = async () => {
      await session.signOut();
      await forgetEverything();
    };
    end().then(
      () => window.location.assign('/sign-in/'),
      (error: unknown) =>
        say({
          title: text('shell:account.signOutFailed'),
          description: describeFault(error, sentence).message,
          tone: 'danger',
        }),
    );
  }, [session, text, sentence]);
}
