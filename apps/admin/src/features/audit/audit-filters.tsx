import { FilterBar, type FilterChip } from '@nexus/ui/components/filter-bar';
import { DateRangeInput } from '@nexus/ui/forms/date-range-input';
import { Field } from '@nexus/ui/forms/field';
import { Select } from '@nexus/ui/forms/select';
import { useTranslation } from 'react-i18next';
import { type AuditSearch, DOMAINS } from './audit-search.js';
import { PersonFilter } from './person-filter.js';
import { TextFilter } from './text-filter.js';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (next: AuditSearch) => void;
}

const ALL = 'all';

/** What the trail is narrowed to; the address keeps it. */
export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const set = (name: keyof AuditSearch, value: string | null | undefined) => {
    const { [name]: _former, ...rest } = search;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const chips: FilterChip[] = (['object', 'request', 'type'] as const).flatMap((name) => {
    const value = search[name];
    if (!value) return [];
    const label = t(`chips.${name}`, { value });
    return [{ id: name, label, onRemove: () => set(name, null) }];
  });
  return (
    <FilterBar chips={chips} onClear={() => onChange({})}>
      <PersonFilter value={search.person} onChange={(person) => set('person', person)} />
      <div className="w-52 max-sm:w-full">
        <Select
          label={t('filters.domain')}
          value={search.domain ?? ALL}
          onChange={(domain) => set('domain', domain === ALL ? null : domain)}
          options={[
            { value: ALL as string, label: t('filters.allDomains') },
            ...DOMAINS.map((value) => ({ value: value as string, label: t(`domains.${value}`) })),
          ]}
        />
      </div>
      <TextFilter
        label={t('filters.type')}
        value={search.type ?? ''}
        onChange={(type) => set('type', type)}
      />
      <TextFilter
        label={t('filters.object')}
        value={search.object ?? ''}
        onChange={(object) => set('object', object)}
      />
      <Field label={t('filters.time')} isLabelHidden className="w-80 max-w-full">
        <DateRangeInput
          value={{ from: search.from ?? null, to: search.to ?? null }}
          onChange={({ from, to }) => {
            const { from: _from, to: _to, ...rest } = search;
            onChange({ ...rest, ...(from && { from }), ...(to && { to }) });
          }}
        />
      </Field>
    </FilterBar>
  );
}
