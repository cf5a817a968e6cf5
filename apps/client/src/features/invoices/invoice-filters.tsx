import { Select } from '@nexus/ui/forms/select';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useTranslation } from 'react-i18next';
import { InvoiceProjectsDocument } from './invoice-projects.generated.js';
import { FILTERS, type InvoiceSearch } from './invoice-search.js';

interface InvoiceFiltersProps {
  readonly search: InvoiceSearch;
  readonly onChange: (next: InvoiceSearch) => void;
}

const ALL = 'all';

/** What the list is narrowed to; the address keeps it. */
export function InvoiceFilters({ search, onChange }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoices');
  const { data } = useScreen(InvoiceProjectsDocument, {}, { policy: 'cache-and-network' });
  const projects = data?.projects?.nodes.filter((project) => project !== null) ?? [];
  const { state, project } = search;
  return (
    <search className="flex flex-wrap gap-2 pb-4">
      <div className="w-44 max-sm:flex-1">
        <Select
          label={t('filters.state')}
          value={state ?? ALL}
          onChange={(chosen) => {
            const next = FILTERS.find((known) => known === chosen);
            onChange({ ...(next && { state: next }), ...(project && { project }) });
          }}
          options={[
            { value: ALL, label: t('filters.allStates') },
            ...FILTERS.map((known) => ({ value: known, label: t(`filters.${known}`) })),
          ]}
        />
      </div>
      <div className="w-56 max-sm:flex-1">
        <Select
          label={t('filters.project')}
          value={project ?? ALL}
          onChange={(chosen) =>
            onChange({ ...(state && { state }), ...(chosen !== ALL && { project: chosen }) })
          }
          options={[
            { value: ALL, label: t('filters.allProjects') },
            ...projects.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
    </search>
  );
}
