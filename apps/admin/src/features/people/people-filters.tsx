import { FilterBar } from '@nexus/ui/components/filter-bar';
import { Select } from '@nexus/ui/forms/select';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KINDS, type PeopleSearch, STATUSES } from './people-search.js';

interface PeopleFiltersProps {
  readonly search: PeopleSearch;
  readonly onChange: (next: PeopleSearch) => void;
}

const ALL = 'all';
/** How long a pause in typing is before it is searched. */
const PAUSE_MS = 250;

/** What the list is narrowed to; the address keeps it. */
export function PeopleFilters({ search, onChange }: PeopleFiltersProps) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState(search.search ?? '');
  const { kind, status } = search;
  const narrow = (part: Omit<PeopleSearch, 'tab' | 'person'>) => {
    const merged = { search: typed.trim(), kind, status, ...part };
    onChange({
      ...(merged.search && { search: merged.search }),
      ...(merged.kind && { kind: merged.kind }),
      ...(merged.status && { status: merged.status }),
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed waits for a pause
  useEffect(() => {
    if (typed.trim() === (search.search ?? '')) return;
    const later = setTimeout(() => narrow({ search: typed.trim() }), PAUSE_MS);
    return () => clearTimeout(later);
  }, [typed, search.search]);
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
