import type { UserError } from '@nexus/sdk';
import { say } from '@nexus/ui/actions/say';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useText } from '@nexus/ui/i18n/use-text';
import { useCallback, useState } from 'react';
import { refusalText } from '../refusal-text.js';

export interface Attempt {
  /** True when it was done; else it is said why it was not. */
  readonly attempt: (command: () => Promise<readonly UserError[]>) => Promise<boolean>;
  readonly isBusy: boolean;
}

/** Carries out a small command of the drawer, and says what the graph refuses. */
export function useAttempt(): Attempt {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const attempt = useCallback(
    async (command: () => Promise<readonly UserError[]>) => {
      setBusy(true);
      try {
        const errors = await command();
        if (errors.length === 0) return true;
        say({ title: refusalText(errors, text), tone: 'danger' });
      } catch (error) {
        say({ title: describeFault(error).message, tone: 'danger' });
      } finally {
        setBusy(false);
      }
      return false;
    },
    [text],
  );
  return { attempt, isBusy };
}
