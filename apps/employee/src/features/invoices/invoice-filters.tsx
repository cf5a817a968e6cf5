import { FilterBar, type FilterChip } from '@nexus/ui/components/filter-bar';
import { DateRangeInput } from '@nexus/ui/forms/date-range-input';
import { Field } from '@nexus/ui/forms/field';
import { Select } from '@nexus/ui/forms/select';
import { useTypedFilter } from '@nexus/ui/forms/use-typed-filter';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { ClientFilter } from './client-filter.js';
import { type InvoiceSearch, withSearch } from './invoice-search.js';
import { STATES } from './invoice-state.js';

interface InvoiceFiltersProps {
  readonly search: InvoiceSearch;
  readonly onChange: (search: InvoiceSearch) => void;
}

const ALL = 'all';

/** What the list is narrowed to; the address keeps it. */
export function InvoiceFilters({ search, onChange }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoices');
  const { day } = useFormat();
  const set = (change: Parameters<typeof withSearch>[1]) => onChange(withSearch(search, change));
  const [typed, setTyped] = useTypedFilter(search.number ?? '', (number) => set({ number }));
  const { state, from, to } = search;
  const range = [from && day(from), to && day(to)].map((one) => one ?? '…').join(' – ');
  const chips: FilterChip[] = [
    ...(from || to
      ? [
          {
            id: 'due',
            label: `${t('columns.due')}: ${range}`,
            onRemove: () => set({ from: undefined, to: undefined }),
          },
        ]
      : []),
  ];
  return (
    <FilterBar search={{ value: typed, onChange: setTyped }} chips={chips}>
      <div className="w-40">
        <Select
          label={t('columns.state')}
          value={state ?? ALL}
          onChange={(chosen) => set({ state: STATES.find((known) => known === chosen) })}
          options={[
            { value: ALL, label: t('allStates') },
            ...STATES.map((known) => ({ value: known, label: t(`state.${known}`) })),
          ]}
        />
      </div>
      <ClientFilter clientId={search.clientId} onChange={(clientId) => set({ clientId })} />
      <Field label={t('columns.due')} isLabelHidden className="w-80 max-w-full">
        <DateRangeInput
          value={{ from: from ?? null, to: to ?? null }}
          onChange={(due) => set({ from: due.from ?? undefined, to: due.to ?? undefined })}
        />
      </Field>
    </FilterBar>
  );
}
