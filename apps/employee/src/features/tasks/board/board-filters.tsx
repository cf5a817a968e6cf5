import { Button } from '@nexus/ui/components/button';
import { Popover } from '@nexus/ui/components/popover';
import { Field } from '@nexus/ui/forms/field';
import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardFilter, DUES, PRIORITIES } from './board-search.js';

interface BoardFiltersProps {
  readonly filter: BoardFilter;
  readonly onChange: (filter: BoardFilter) => void;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly labels: readonly string[];
}

const ALL = '';

/** What the board is narrowed to: words at once, the rest behind a button that says how many hold. */
export function BoardFilters({ filter, onChange, people, labels }: BoardFiltersProps) {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  const { search, ...others } = filter;
  const count = Object.keys(others).length;
  const change = (part: keyof BoardFilter, value: string) => {
    const { [part]: _former, ...rest } = filter;
    onChange((value === ALL ? rest : { ...rest, [part]: value }) as BoardFilter);
  };
  const choice = (part: keyof BoardFilter, options: readonly (readonly [string, string])[]) => (
    <Field label={t(`filter.${part}`)}>
      <Select
        value={filter[part] ?? NOTHING}
        onChange={(value) => change(part, value === NOTHING ? ALL : value)}
        options={[
          { value: NOTHING, label: t('filter.all') },
          ...options.map(([value, label]) => ({ value, label })),
        ]}
      />
    </Field>
  );
  return (
    <search className="flex min-w-0 flex-1 gap-2">
      <Input
        type="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.searchPlaceholder')}
        value={search ?? ''}
        onChange={(event) => change('search', event.target.value)}
        className="min-w-0 flex-1 sm:max-w-60"
      />
      <Popover
        isOpen={isOpen}
        onOpenChange={setOpen}
        label={t('filter.title')}
        className="w-72"
        trigger={
          <Button icon={ListFilter} variant={count > 0 ? 'primary' : 'secondary'}>
            {count > 0 ? t('filter.open', { count }) : t('filter.title')}
          </Button>
        }
      >
        <div className="grid gap-3 p-4">
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
            disabled={count === 0}
            onClick={() => onChange(search ? { search } : {})}
          >
            {t('filter.clear')}
          </Button>
        </div>
      </Popover>
    </search>
  );
}

/** A choice must have a name; no filter is called so. */
const NOTHING = 'all';
