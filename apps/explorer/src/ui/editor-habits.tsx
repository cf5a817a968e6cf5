import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import type { Account } from '../account/account.js';
import type { Live } from '../live/live.js';
import { useClearedAnswers } from './use-cleared-answers.js';
import { useTabStrip } from './use-tab-strip.js';

interface EditorHabitsProps {
  readonly account: Account;
  readonly live: Live;
}

/** What the editor does here beyond its own ways; shows nothing by itself. */
export function EditorHabits({ account, live }: EditorHabitsProps) {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  // The run controls stand over the right end of long lines.
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
  useTabStrip();
  useClearedAnswers(account, live);
  return null;
}
