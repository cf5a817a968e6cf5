import { Button } from '@nexus/ui/components/button';
import { Field } from '@nexus/ui/forms/field';
import { Select } from '@nexus/ui/forms/select';
import { useTranslation } from 'react-i18next';
import type { BoardFiltersProps } from './board-filters.js';
import { type BoardFilter, DUES, PRIORITIES, withPart } from './board-search.js';

/** A choice must have a name; no filter is called so. */
const ALL = 'all';

/** By whom, how soon, with which label and until when. */
export function FilterChoices({ filter, onChange, people, labels }: BoardFiltersProps) {
  const { t } = useTranslation('tasks');
  const { search, ...others } = filter;
  const choice = (part: keyof typeof others, options: readonly (readonly [string, string])[]) => (
    <Field label={t(`filter.${part}`)}>
      <Select
        value={filter[part] ?? ALL}
        onChange={(value) => onChange(withPart(filter, part, value === ALL ? '' : value))}
        options={[
          { value: ALL, label: t('filter.all') },
          ...options.map(([value, label]) => ({ value, label })),
        ]}
      />
    </Field>
  );
  const nothing: BoardFilter = search ? { search } : {};
  return (
    <div className="grid gap-3">
      {choice(
        'assignee',
        people.map(({ id, name }) => [id, name]),
      )}
      {choice(
        'priority',
        PRIORITIES.map((known) => [known, t(`priority.${known}`)]),
      )}
      {choice(
        'label',
        labels.map((label) => [label, label]),
      )}
      {choice(
        'due',
        DUES.map((known) => [known, t(`filter.dues.${known}`)]),
      )}
      <Button
        variant="ghost"
        disabled={Object.keys(others).length === 0}
        onClick={() => onChange(nothing)}
      >
        {t('filter.clear')}
      </Button>
    </div>
  );
}
