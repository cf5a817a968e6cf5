import { FilterBar } from '@nexus/ui/components/filter-bar';
import { Checkbox } from '@nexus/ui/forms/checkbox';
import { Select } from '@nexus/ui/forms/select';
import { useTypedFilter } from '@nexus/ui/forms/use-typed-filter';
import { useTranslation } from 'react-i18next';
import { type ClientSearch, LIFECYCLES, readClientSearch } from './client-search.js';

interface ClientFiltersProps {
  readonly search: ClientSearch;
  readonly onChange: (search: ClientSearch) => void;
}

const ALL = 'all';

/** What the list is narrowed to; the address keeps it. */
export function ClientFilters({ search, onChange }: ClientFiltersProps) {
  const { t } = useTranslation('clients');
  const set = (change: object) => onChange(readClientSearch({ ...search, ...change }));
  const [typed, setTyped] = useTypedFilter(search.search ?? '', (text) => set({ search: text }));
  return (
    <FilterBar search={{ value: typed, onChange: setTyped }}>
      <div className="w-44">
        <Select
          label={t('columns.lifecycle')}
          value={search.lifecycle ?? ALL}
          onChange={(chosen) => set({ lifecycle: chosen })}
          options={[
            { value: ALL, label: t('allLifecycles') },
            ...LIFECYCLES.map((value) => ({ value, label: t(`lifecycle.${value}`) })),
          ]}
        />
      </div>
      <Checkbox
        label={t('mine')}
        isChecked={search.mine === true}
        onChange={(mine) => set({ mine })}
      />
      <Checkbox
        label={t('withArchived')}
        isChecked={search.archived === true}
        onChange={(archived) => set({ archived })}
      />
    </FilterBar>
  );
}
