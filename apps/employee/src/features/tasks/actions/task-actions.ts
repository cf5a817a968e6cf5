import type { Action, ActionContext, ActionOutcome } from '@nexus/ui/actions/action';
import { say } from '@nexus/ui/actions/say';
import { sentencesOf } from '@nexus/ui/actions/sentences';
import { mutate } from '@nexus/ui/graph/ask';
import {
  Archive,
  Ban,
  CircleCheck,
  CirclePlay,
  RotateCcw,
  UserRoundMinus,
  UserRoundPlus,
} from 'lucide-react';
import type { AskReason } from './ask-reason.js';
import { TaskArchiveDocument } from './task-archive.generated.js';
import { TaskAssignDocument } from './task-assign.generated.js';
import { TaskBlockDocument } from './task-block.generated.js';
import { TaskCompleteDocument } from './task-complete.generated.js';
import type { TaskFactsFragment } from './task-facts.generated.js';
import { TaskReopenDocument } from './task-reopen.generated.js';
import { TaskRestoreDocument } from './task-restore.generated.js';
import { TaskUnblockDocument } from './task-unblock.generated.js';

/** A task, who would do something to it, and how they are asked why. */
export interface TaskSubject {
  readonly task: TaskFactsFragment;
  readonly viewerId: string;
  readonly ask: AskReason;
}

type TaskAction = Action<TaskSubject>;

const completeTask: TaskAction = {
  ...{ id: 'task.complete', labelKey: 'tasks:actions.complete', icon: CircleCheck, shortcut: 'd' },
  doneKey: 'tasks:actions.completed',
  isAllowed: ({ task }) => task.viewerCanComplete,
  async perform({ task: { id } }, context) {
    const { taskComplete } = await mutate(context.graph, TaskCompleteDocument, { input: { id } });
    const { warnings } = taskComplete;
    if (warnings.length > 0) say({ title: sentencesOf(warnings) });
    return taskComplete.errors;
  },
  async undo({ task: { id } }, context) {
    const { taskReopen } = await mutate(context.graph, TaskReopenDocument, { input: { id } });
    return taskReopen.errors;
  },
};

const reopenTask: TaskAction = {
  ...{ id: 'task.reopen', labelKey: 'tasks:actions.reopen', icon: RotateCcw, shortcut: 'd' },
  isAllowed: ({ task }) => task.viewerCanReopen,
  async perform({ task: { id }, ask }, context) {
    const reason = await ask({
      ...{ titleKey: 'tasks:reopen.title', labelKey: 'tasks:reopen.reason' },
      ...{ submitKey: 'tasks:actions.reopen', isRequired: false },
    });
    if (reason === null) return;
    const input = { id, ...(reason && { reason }) };
    const { taskReopen } = await mutate(context.graph, TaskReopenDocument, { input });
    return taskReopen.errors;
  },
};

const assignToMe: TaskAction = {
  ...{ id: 'task.take', labelKey: 'tasks:actions.take', icon: UserRoundPlus, shortcut: 'i' },
  isAllowed: ({ task, viewerId }) => task.viewerCanAssign && !isMine(task, viewerId),
  perform: ({ task, viewerId }, context) => assign(task, [...idsOf(task), viewerId], context),
};

const leaveTask: TaskAction = {
  ...{ id: 'task.leave', labelKey: 'tasks:actions.leave', icon: UserRoundMinus, shortcut: 'i' },
  isAllowed: ({ task, viewerId }) => task.viewerCanAssign && isMine(task, viewerId),
  perform: ({ task, viewerId }, context) =>
    assign(
      task,
      idsOf(task).filter((id) => id !== viewerId),
      context,
    ),
};

const blockTask: TaskAction = {
  ...{ id: 'task.block', labelKey: 'tasks:actions.block', icon: Ban, shortcut: 'b' },
  isAllowed: ({ task }) => task.viewerCanBlock,
  async perform({ task: { id }, ask }, context) {
    const reason = await ask({
      ...{ titleKey: 'tasks:block.title', labelKey: 'tasks:block.reason' },
      ...{ submitKey: 'tasks:actions.block', isRequired: true },
    });
    if (reason === null) return;
    const { taskBlock } = await mutate(context.graph, TaskBlockDocument, { input: { id, reason } });
    return taskBlock.errors;
  },
};

const unblockTask: TaskAction = {
  ...{ id: 'task.unblock', labelKey: 'tasks:actions.unblock', icon: CirclePlay, shortcut: 'b' },
  isAllowed: ({ task }) => task.viewerCanUnblock,
  async perform({ task: { id } }, context) {
    const { taskUnblock } = await mutate(context.graph, TaskUnblockDocument, { input: { id } });
    return taskUnblock.errors;
  },
};

const archiveTask: TaskAction = {
  ...{ id: 'task.archive', labelKey: 'tasks:actions.archive', icon: Archive, shortcut: '#' },
  doneKey: 'tasks:actions.archived',
  isAllowed: ({ task }) => task.viewerCanArchive,
  async perform({ task: { id } }, context) {
    const { taskArchive } = await mutate(context.graph, TaskArchiveDocument, { input: { id } });
    return taskArchive.errors;
  },
  async undo({ task: { id } }, context) {
    const { taskRestore } = await mutate(context.graph, TaskRestoreDocument, { input: { id } });
    return taskRestore.errors;
  },
};

/** What can be done to a task, in the order of its menus. */
export const taskActions: readonly TaskAction[] = [
  ...[completeTask, reopenTask, assignToMe, leaveTask, blockTask, unblockTask, archiveTask],
];

const idsOf = ({ assignees }: TaskFactsFragment): string[] =>
  assignees.flatMap((user) => (user ? [user.id] : []));

const isMine = (task: TaskFactsFragment, viewerId: string) => idsOf(task).includes(viewerId);

async function assign(
  { id, version }: TaskFactsFragment,
  userIds: readonly string[],
  context: ActionContext,
): Promise<ActionOutcome> {
  const input = { id, userIds: [...userIds], expectedVersion: version };
  const { taskAssign } = await mutate(context.graph, TaskAssignDocument, { input });
  return taskAssign.errors;
}
