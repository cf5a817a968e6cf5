import { FilterBar } from '@nexus/ui/components/filter-bar';
import { Select } from '@nexus/ui/forms/select';
import { useTypedFilter } from '@nexus/ui/forms/use-typed-filter';
import { useTranslation } from 'react-i18next';
import { KINDS, type PeopleSearch, STATUSES } from './people-search.js';

interface PeopleFiltersProps {
  readonly search: PeopleSearch;
  readonly onChange: (next: PeopleSearch) => void;
}

const ALL = 'all';

/** What the list is narrowed to; the address keeps it. */
export function PeopleFilters({ search, onChange }: PeopleFiltersProps) {
  const { t } = useTranslation('people');
  const { kind, status } = search;
  const [typed, setTyped] = useTypedFilter(search.search ?? '', (text) => narrow({ search: text }));
  const narrow = (part: Omit<PeopleSearch, 'tab' | 'person'>) => {
    const merged = { search: typed.trim(), kind, status, ...part };
    onChange({
      ...(merged.search && { search: merged.search }),
      ...(merged.kind && { kind: merged.kind }),
      ...(merged.status && { status: merged.status }),
    });
  };
  return (
    <FilterBar search={{ value: typed, onChange: setTyped }}>
      <div className="w-44">
        <Select
          label={t('filters.kind')}
          value={kind ?? ALL}
          onChange={(chosen) => narrow({ kind: KINDS.find((known) => known === chosen) })}
          options={[
            { value: ALL, label: t('filters.allKinds') },
            ...KINDS.filter((known) => known !== 'OPERATOR').map((known) => ({
              value: known as string,
              label: t(`kinds.${known}`),
            })),
          ]}
        />
      </div>
      <div className="w-44">
        <Select
          label={t('filters.status')}
          value={status ?? 'ACTIVE'}
          onChange={(chosen) => narrow({ status: chosen === 'ACTIVE' ? undefined : chosen })}
          options={STATUSES.map((known) => ({ value: known, label: t(`statuses.${known}`) }))}
        />
      </div>
    </FilterBar>
  );
}
