import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import type { Account } from '../account/account.js';
import { onPersonChange } from '../account/person-change.js';
import type { Live } from '../live/live.js';

/** Takes what the former person saw off the screen, in every tab, and stops what still listens. */
export function useClearedAnswers(account: Account, live: Live): void {
  const editor = useGraphiQL(pick('tabs', 'activeTabIndex', 'responseEditor'));
  const { stop, moveTab, updateActiveTabValues } = useGraphiQLActions();
  const latest = useRef(editor);
  latest.current = editor;

  useEffect(
    () =>
      onPersonChange(account, () => {
        const { tabs, activeTabIndex, responseEditor } = latest.current;
        stop();
        live.clear();
        const others = tabs.filter((tab, index) => index !== activeTabIndex && tab.response);
        if (others.length > 0) {
          moveTab(tabs.map((tab) => (others.includes(tab) ? { ...tab, response: null } : tab)));
        }
        responseEditor?.setValue('');
        updateActiveTabValues({ response: null });
      }),
    [account, live, stop, moveTab, updateActiveTabValues],
  );
}
