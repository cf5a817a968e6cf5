import { IconButton } from '@nexus/ui/components/icon-button';
import { Checkbox } from '@nexus/ui/forms/checkbox';
import { Input } from '@nexus/ui/forms/input';
import { useDraft } from '@nexus/ui/forms/use-draft';
import { mutate } from '@nexus/ui/graph/ask';
import { createKeys } from '@nexus/ui/graph/create-keys';
import { useViewer } from '@nexus/ui/session/viewer';
import { X } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ChecklistAddDocument } from './checklist-add.generated.js';
import { ChecklistRemoveDocument } from './checklist-remove.generated.js';
import { ChecklistToggleDocument } from './checklist-toggle.generated.js';
import { Part } from './part.js';
import type { ShownTask } from './shown-task.js';
import { useAttempt } from './use-attempt.js';

/** Small steps of a task, ticked one by one. */
export function Checklist({ task }: { readonly task: ShownTask }) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const { user } = useViewer();
  const { attempt } = useAttempt();
  // After a fault nobody knows whether it is there: the same words are the same item.
  const keyOf = useRef(createKeys());
  const draft = useDraft(`${user.id}:task:${task.id}:checklist`, '');
  const { id: taskId, checklist, viewerCanUpdate } = task;
  const ticked = checklist.filter(({ checked }) => checked).length;
  if (checklist.length === 0 && !viewerCanUpdate) return null;

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const text = draft.value.trim();
    if (!text) return;
    const isDone = await attempt(async () => {
      const input = { taskId, text };
      const { checklistItemAdd } = await mutate(graph, ChecklistAddDocument, {
        input: { ...input, idempotencyKey: keyOf.current(input) },
      });
      keyOf.current.answered(input);
      return checklistItemAdd.errors;
    });
    if (isDone) draft.discard();
  };
  const toggle = (itemId: string, checked: boolean) =>
    attempt(async () => {
      const input = { taskId, itemId, checked, idempotencyKey: crypto.randomUUID() };
      return (await mutate(graph, ChecklistToggleDocument, { input })).checklistItemToggle.errors;
    });
  const remove = (itemId: string) =>
    attempt(async () => {
      const input = { taskId, itemId };
      return (await mutate(graph, ChecklistRemoveDocument, { input })).checklistItemRemove.errors;
    });
  return (
    <Part
      title={t('checklist.title')}
      aside={
        checklist.length > 0 && (
          <span className="tabular text-muted">{`${ticked} / ${checklist.length}`}</span>
        )
      }
    >
      <ul className="grid">
        {checklist.map(({ id, text, checked }) => (
          <li key={id} className="group flex items-start gap-2 rounded-medium hover:bg-hover">
            <div className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">
              <Checkbox
                isChecked={checked}
                isDisabled={!viewerCanUpdate}
                onChange={(isChecked) => void toggle(id, isChecked)}
                label={<span className={checked ? 'text-muted line-through' : ''}>{text}</span>}
              />
            </div>
            {viewerCanUpdate && (
              <IconButton
                icon={X}
                size="small"
                label={t('checklist.remove', { item: text })}
                onClick={() => void remove(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {viewerCanUpdate && (
        <form onSubmit={(event) => void add(event)}>
          <Input
            aria-label={t('checklist.add')}
            placeholder={t('checklist.placeholder')}
            maxLength={500}
            value={draft.value}
            onChange={(event) => draft.change(event.target.value)}
          />
        </form>
      )}
    </Part>
  );
}
