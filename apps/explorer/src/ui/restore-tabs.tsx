import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { closedTabs, restoredTabs } from '../tabs/restore.js';
import type { TabDefinition } from '../tabs/tabs.js';

interface RestoreTabsProps {
  readonly tabs: readonly TabDefinition[];
}

/** Brings closed steps of the flow back to their places. */
export function RestoreTabs({ tabs }: RestoreTabsProps) {
  const open = useGraphiQL((state) => state.tabs);
  const { moveTab } = useGraphiQLActions();
  if (closedTabs(open, tabs).length === 0) return null;
  return (
    <button
      type="button"
      className="restore-tabs"
      onClick={() => moveTab(restoredTabs(open, tabs))}
    >
      Restore the flow's tabs
    </button>
  );
}
