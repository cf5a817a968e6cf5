import { accept, type Decision, judge, refuse, unreachable, violation } from '@nexus/kit/domain';
import type { TaskCommand } from './task.commands.js';
import type { TaskEvent } from './task.events.js';
import { MAX_CHECKLIST } from './task.rules.js';
import { type DoneTask, type OpenTask, refOf } from './task.state.js';
import { textFindings } from './text.rules.js';

export type ChecklistCommand = Extract<
  TaskCommand,
  { type: 'AddChecklistItem' | 'ToggleChecklistItem' | 'RemoveChecklistItem' }
>;

/** Tick boxes inside a task. Ticking what is ticked changes nothing, so that a replay is harmless. */
export function decideChecklist(
  state: OpenTask | DoneTask,
  command: ChecklistCommand,
): Decision<TaskEvent> {
  const ref = refOf(state);
  const { itemId } = command;
  if (command.type === 'AddChecklistItem') {
    const { text, afterId } = command;
    const findings = [
      ...textFindings(text, { path: ['text'], max: 500 }),
      ...(state.checklist.length >= MAX_CHECKLIST
        ? [
            violation('CHECKLIST_LIMIT', `A checklist has ${MAX_CHECKLIST} items at most.`, {
              path: ['taskId'],
              meta: { max: MAX_CHECKLIST },
            }),
          ]
        : []),
    ];
    return judge(findings, () => [
      { type: 'ChecklistItemAdded', data: { ...ref, itemId, text, afterId } },
    ]);
  }
  const item = state.checklist.find(({ id }) => id === itemId);
  if (!item) {
    return refuse(violation('NOT_FOUND', 'There is no such item.', { path: ['itemId'] }));
  }
  switch (command.type) {
    case 'ToggleChecklistItem':
      if (item.checked === command.checked) return accept([]);
      return accept([
        {
          type: command.checked ? 'ChecklistItemChecked' : 'ChecklistItemUnchecked',
          data: { ...ref, itemId },
        },
      ]);
    case 'RemoveChecklistItem':
      return accept([{ type: 'ChecklistItemRemoved', data: { ...ref, itemId } }]);
    default:
      return unreachable(command, 'command');
  }
}
