import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { mutate } from '@nexus/ui/graph/ask';
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
  const limitNow = column?.wipLimit == null ? '' : String(column.wipLimit);

  async function save({ name, category, wipLimit: typed, wipMode }: Fields) {
    const limit = typed.trim() === '' ? null : Number(typed);
    // A limit that follows the team's size stays so unless somebody writes another.
    const wipLimit = typed !== limitNow || !column ? { wipLimit: limit } : {};
    if (column) {
      const input = { id: column.id, name, wipMode, ...wipLimit };
      return (await mutate(graph, ColumnUpdateDocument, { input })).boardColumnUpdate;
    }
    const input = { projectId, name, category, wipMode, ...wipLimit };
    return (await mutate(graph, ColumnAddDocument, { input })).boardColumnAdd;
  }

  return (
    <FormDialog<Fields>
      title={column ? t('column.edit', { column: column.name }) : t('column.add')}
      size="small"
      submitLabel={t('save')}
      cancelLabel={t('cancel')}
      defaultValues={{
        name: column?.name ?? '',
        category: column?.category ?? 'DOING',
        wipLimit: limitNow,
        wipMode: column?.wipMode ?? 'WARN',
      }}
      onSubmit={save}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}

const isLimit = (typed: string) => typed.trim() === '' || /^[1-9]\d{0,3}$/.test(typed.trim());
