import { Button } from '@nexus/ui/components/button';
import { type IsoDate, todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { DateInput } from '@nexus/ui/forms/date-input';
import { DurationInput } from '@nexus/ui/forms/duration-input';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { createKeys } from '@nexus/ui/graph/create-keys';
import { describeFault } from '@nexus/ui/graph/graph-fault';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ShownTask } from './shown-task.js';
import { TimeLogDocument } from './time-log.generated.js';

interface LogTimeProps {
  readonly task: ShownTask;
  readonly onLogged: () => void;
}

interface Fields {
  minutes: number | null;
  date: IsoDate | null;
  note: string;
}

/** Writes down time that was worked on the task. */
export function LogTime({ task, onLogged }: LogTimeProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const { timeZone } = useRegion();
  const nothing = () => ({ minutes: null, date: todayIn(timeZone), note: '' });
  const form = useForm<Fields>({ defaultValues: nothing() });
  const serverErrors = useServerErrors(form);
  // After a fault nobody knows whether it is written down: sent again, it is the same time.
  const keyOf = useRef(createKeys());

  async function log({ minutes, date, note }: Fields) {
    if (minutes === null || date === null) return;
    const input = {
      ...{ projectId: task.project.id, taskId: task.id, minutes, date },
      ...(note.trim() && { note: note.trim() }),
    };
    try {
      const { timeEntryLog } = await mutate(graph, TimeLogDocument, {
        input: { ...input, idempotencyKey: keyOf.current(input) },
      });
      keyOf.current.answered(input);
      if (!serverErrors.place(timeEntryLog)) return;
      form.reset(nothing());
      onLogged();
    } catch (error) {
      serverErrors.place({ errors: [{ message: describeFault(error).message }] });
    }
  }

  return (
    <Form
      form={form}
      serverErrors={serverErrors}
      onSubmit={log}
      className="grid items-end gap-2 sm:grid-cols-[6rem_10rem_1fr_auto]"
    >
      <FormField<Fields, 'minutes'> name="minutes" label={t('time.duration')} isRequired>
        {({ ref: _ref, ...field }) => <DurationInput {...field} />}
      </FormField>
      <FormField<Fields, 'date'> name="date" label={t('time.date')} isRequired>
        {({ ref: _ref, ...field }) => <DateInput {...field} />}
      </FormField>
      <FormField<Fields, 'note'> name="note" label={t('time.note')}>
        {(field) => <Input {...field} maxLength={2000} />}
      </FormField>
      <Button type="submit" isBusy={form.formState.isSubmitting}>
        {t('time.log')}
      </Button>
    </Form>
  );
}
