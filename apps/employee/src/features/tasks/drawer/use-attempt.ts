import type { UserError } from '@nexus/sdk';
import { say } from '@nexus/ui/actions/say';
import { sentencesOf } from '@nexus/ui/actions/sentences';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useCallback, useState } from 'react';

export interface Attempt {
  /** True when it was done; else it is said why it was not. */
  readonly attempt: (command: () => Promise<readonly UserError[]>) => Promise<boolean>;
  readonly isBusy: boolean;
}

/** Carries out a small command of the drawer, and says what the graph refuses. */
export function useAttempt(): Attempt {
  const [isBusy, setBusy] = useState(false);
  const attempt = useCallback(async (command: () => Promise<readonly UserError[]>) => {
    setBusy(true);
    try {
      const errors = await command();
      if (errors.length === 0) return true;
      say({ title: sentencesOf(errors), tone: 'danger' });
    } catch (error) {
      say({ title: describeFault(error).message, tone: 'danger' });
    } finally {
      setBusy(false);
    }
    return false;
  }, []);
  return { attempt, isBusy };
}
