import { Badge } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { Notice } from '@nexus/ui/components/notice';
import { Checkbox } from '@nexus/ui/forms/checkbox';
import { DurationInput } from '@nexus/ui/forms/duration-input';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { STATUS_TONES } from './cell-status.js';
import type { SheetEntry } from './sheet.js';
import type { TimeAnswer } from './time-commands.js';

export interface EntryFacts {
  readonly minutes: number;
  readonly note: string | null;
  readonly billable: boolean;
}

interface EntryFields {
  minutes: number | null;
  note: string;
  billable: boolean;
}

interface EntryFormProps {
  readonly title: string;
  /** Undefined for one that is yet to be written. */
  readonly entry?: SheetEntry;
  readonly canWrite: boolean;
  readonly onSave: (facts: EntryFacts) => Promise<TimeAnswer>;
  readonly onDelete?: () => void;
  /** When it is written, or waits to be sent. */
  readonly onSaved: () => void;
}

/** One entry of a cell. */
export function EntryForm({ title, entry, canWrite, onSave, onDelete, onSaved }: EntryFormProps) {
  const { t } = useTranslation('time');
  const heading = useId();
  const form = useForm<EntryFields>({
    defaultValues: {
      minutes: entry?.minutes ?? null,
      note: entry?.note ?? '',
      billable: entry?.billable ?? true,
    },
  });
  const serverErrors = useServerErrors(form);

  async function save({ minutes, note, billable }: EntryFields) {
    const saving = onSave({ minutes: minutes ?? 0, note: note.trim() || null, billable });
    // Without a network the answer comes later: the sheet shows it as waiting.
    if (!navigator.onLine) return onSaved();
    if (serverErrors.place(await saving)) onSaved();
  }

  return (
    <section aria-labelledby={heading} className="grid gap-3">
      <header className="flex items-center gap-2">
        <h3 id={heading} className="flex-1 font-semibold">
          {title}
        </h3>
        {entry && <Badge tone={STATUS_TONES[entry.status]}>{t(`entry.${entry.status}`)}</Badge>}
      </header>
      {entry?.rejectionReason && (
        <Notice tone="danger">{t('details.reason', { reason: entry.rejectionReason })}</Notice>
      )}
      {!canWrite && <p className="text-small text-muted">{t('details.readOnly')}</p>}
      <Form form={form} serverErrors={serverErrors} onSubmit={save}>
        <FormField<EntryFields, 'minutes'>
          name="minutes"
          label={t('details.hours')}
          isRequired
          isDisabled={!canWrite}
        >
          {({ value, onChange, onBlur, ref }) => (
            <DurationInput ref={ref} value={value} onChange={onChange} onBlur={onBlur} />
          )}
        </FormField>
        <FormField<EntryFields, 'note'>
          name="note"
          label={t('details.note')}
          hint={t('details.noteHint')}
          isDisabled={!canWrite}
        >
          {(field) => <Textarea {...field} maxLength={2_000} />}
        </FormField>
        <FormField<EntryFields, 'billable'>
          name="billable"
          label={t('details.billable')}
          isLabelHidden
          isDisabled={!canWrite}
        >
          {({ value, onChange }) => (
            <Checkbox isChecked={value} onChange={onChange} label={t('details.billable')} />
          )}
        </FormField>
        {canWrite && (
          <div className="flex gap-2">
            <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting}>
              {t('details.save')}
            </Button>
            {onDelete && (
              <Button
                variant="ghost"
                onClick={() => {
                  onDelete();
                  onSaved();
                }}
              >
                {t('details.delete')}
              </Button>
            )}
          </div>
        )}
      </Form>
    </section>
  );
}
