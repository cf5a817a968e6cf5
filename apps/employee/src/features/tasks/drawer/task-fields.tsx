import { DateInput } from '@nexus/ui/forms/date-input';
import { DurationInput } from '@nexus/ui/forms/duration-input';
import { Field } from '@nexus/ui/forms/field';
import { PeoplePicker } from '@nexus/ui/forms/person-picker';
import { Select } from '@nexus/ui/forms/select';
import { Switch } from '@nexus/ui/forms/switch';
import { TagInput } from '@nexus/ui/forms/tag-input';
import { mutate } from '@nexus/ui/graph/ask';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { TaskAssignDocument } from '../actions/task-assign.generated.js';
import { PRIORITIES } from '../board/board-search.js';
import { peopleOf, type ShownTask } from './shown-task.js';
import { useAttempt } from './use-attempt.js';
import type { SaveTask } from './use-save-task.js';

interface TaskFieldsProps {
  readonly task: ShownTask;
  readonly saving: SaveTask;
}

const NONE = 'none';
const POINTS = [0, 1, 2, 3, 5, 8, 13, 21];

/** The facts of a task; each is saved as soon as it is changed. */
export function TaskFields({ task, saving }: TaskFieldsProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const { attempt } = useAttempt();
  const { save, errorOf, warningOf } = saving;
  const [estimate, setEstimate] = useState(task.estimateMinutes);
  const isDisabled = !task.viewerCanUpdate;
  const common = (field: Parameters<typeof errorOf>[0]) => ({
    ...{ label: t(`field.${field}` as 'field.due'), isDisabled },
    ...{ error: errorOf(field), warning: warningOf(field) },
  });
  const assign = (userIds: string[]) =>
    attempt(async () => {
      const { taskAssign } = await mutate(graph, TaskAssignDocument, {
        input: { id: task.id, userIds },
      });
      return taskAssign.errors;
    });
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Field
        label={t('field.assignees')}
        isDisabled={!task.viewerCanAssign}
        className="sm:col-span-2"
      >
        <PeoplePicker
          label={t('field.assignees')}
          placeholder={t('field.nobody')}
          people={peopleOf(task)}
          value={task.assignees.flatMap((user) => (user ? [user] : []))}
          onChange={(people) => void assign(people.map(({ id }) => id))}
        />
      </Field>
      <Field {...common('priority')}>
        <Select
          value={task.priority}
          onChange={(priority) => void save({ priority })}
          options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
      </Field>
      <Field {...common('due')}>
        <DateInput value={task.due} onChange={(due) => due !== task.due && void save({ due })} />
      </Field>
      <Field {...common('estimateMinutes')} hint={t('field.estimateHint')}>
        <DurationInput
          value={estimate}
          onChange={setEstimate}
          onBlur={() =>
            estimate !== task.estimateMinutes && void save({ estimateMinutes: estimate })
          }
        />
      </Field>
      <Field {...common('points')}>
        <Select
          value={task.points === null ? NONE : String(task.points)}
          onChange={(value) => void save({ points: value === NONE ? null : Number(value) })}
          options={[
            { value: NONE, label: t('field.none') },
            ...POINTS.map((value) => ({ value: String(value), label: String(value) })),
          ]}
        />
      </Field>
      <Field {...common('milestoneId')}>
        <Select
          value={task.milestone?.id ?? NONE}
          onChange={(value) => void save({ milestoneId: value === NONE ? null : value })}
          options={[
            { value: NONE, label: t('field.none') },
            ...task.project.milestones.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field {...common('labels')}>
        <TagInput value={task.labels} onChange={(labels) => void save({ labels: [...labels] })} />
      </Field>
      <div className="sm:col-span-2">
        <Switch
          isOn={task.clientVisible}
          isDisabled={isDisabled}
          onChange={(clientVisible) => void save({ clientVisible })}
          label={t('field.clientVisible')}
          hint={t('field.clientVisibleHint')}
        />
      </div>
    </div>
  );
}
