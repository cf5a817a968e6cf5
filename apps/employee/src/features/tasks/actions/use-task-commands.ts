import type { Command } from '@nexus/ui/actions/action';
import { useCommands } from '@nexus/ui/actions/use-commands';
import { useViewer } from '@nexus/ui/session/viewer';
import { type ReactNode, useMemo } from 'react';
import { useAskReason } from './ask-reason.js';
import { taskActions } from './task-actions.js';
import type { TaskFactsFragment } from './task-facts.generated.js';

/** What the viewer may do to a task, and the dialog by which some of it asks why. */
export function useTaskCommands(task: TaskFactsFragment | undefined): {
  readonly commands: readonly Command[];
  readonly dialog: ReactNode;
} {
  const { user } = useViewer();
  const { ask, dialog } = useAskReason();
  const subject = useMemo(
    () => (task ? { task, viewerId: user.id, ask } : undefined),
    [task, user.id, ask],
  );
  return { commands: useCommands(taskActions, subject), dialog };
}
