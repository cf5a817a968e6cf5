import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { BoardColumnFactsFragment } from './board-column-facts.generated.js';
import { ColumnAddDocument } from './column-add.generated.js';
import { ColumnUpdateDocument } from './column-update.generated.js';

interface ColumnDialogProps {
  readonly projectId: string;
  /** Undefined: a new one. */
  readonly column?: BoardColumnFactsFragment | undefined;
  readonly onClose: () => void;
}

interface Fields {
  name: string;
  category: BoardColumnFactsFragment['category'];
  wipLimit: string;
  wipMode: BoardColumnFactsFragment['wipMode'];
}

const CATEGORIES = ['TODO', 'DOING', 'DONE'] as const;
const MODES = ['WARN', 'BLOCK'] as const;

/** Names and limits a column of the board, a new one or one that there is. */
export function ColumnDialog({ projectId, column, onClose }: ColumnDialogProps) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const formId = useId();
  const form = useForm<Fields>({
    defaultValues: {
      name: column?.name ?? '',
      category: column?.category ?? 'DOING',
      wipLimit: column?.wipLimit == null ? '' : String(column.wipLimit),
      wipMode: column?.wipMode ?? 'WARN',
    },
  });
  const serverErrors = useServerErrors(form);

  async function save({ name, category, wipLimit: typed, wipMode }: Fields) {
    const limit = typed.trim() === '' ? null : Number(typed);
    // A limit that follows the team's size stays so unless somebody writes another.
    const isTouched = form.formState.dirtyFields.wipLimit === true;
    const wipLimit = isTouched || !column ? { wipLimit: limit } : {};
    const payload = column
      ? (
          await mutate(graph, ColumnUpdateDocument, {
            input: { id: column.id, name, wipMode, ...wipLimit },
          })
        ).boardColumnUpdate
      : (
          await mutate(graph, ColumnAddDocument, {
            input: { projectId, name, category, wipMode, ...wipLimit },
          })
        ).boardColumnAdd;
    if (serverErrors.place(payload)) onClose();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={column ? t('column.edit', { column: column.name }) : t('column.add')}
      size="small"
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isBusy={form.formState.isSubmitting}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <Form id={formId} form={form} serverErrors={serverErrors} onSubmit={save}>
        <FormField<Fields, 'name'> name="name" label={t('column.name')} isRequired>
          {(field) => <Input {...field} autoFocus maxLength={60} />}
        </FormField>
        {!column && (
          <FormField<Fields, 'category'> name="category" label={t('column.category')}>
            {({ value, onChange }) => (
              <Select
                value={value}
                onChange={onChange}
                options={CATEGORIES.map((known) => ({
                  value: known,
                  label: t(`column.categories.${known}`),
                }))}
              />
            )}
          </FormField>
        )}
        <FormField<Fields, 'wipLimit'>
          name="wipLimit"
          label={t('column.limit')}
          hint={t('column.limitHint')}
          rules={{ validate: (typed) => isLimit(typed) || t('column.limitInvalid') }}
        >
          {(field) => <Input {...field} inputMode="numeric" />}
        </FormField>
        <FormField<Fields, 'wipMode'> name="wipMode" label={t('column.mode')}>
          {({ value, onChange }) => (
            <Select
              value={value}
              onChange={onChange}
              options={MODES.map((known) => ({ value: known, label: t(`column.modes.${known}`) }))}
            />
          )}
        </FormField>
      </Form>
    </Dialog>
  );
}

const isLimit = (typed: string) => typed.trim() === '' || /^[1-9]\d{0,3}$/.test(typed.trim());
