import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTERS, type InvoiceSearch } from './invoice-search.js';

/** Not needed for the first paint. */
const ProjectFilter = lazy(() =>
  import('./project-filter.js').then((loaded) => ({ default: loaded.ProjectFilter })),
);

interface InvoiceFiltersProps {
  readonly search: InvoiceSearch;
  readonly onChange: (next: InvoiceSearch) => void;
}

const PLACE =
  'flex min-h-control items-center rounded-medium px-3 text-muted transition-colors duration-100 hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-text';

/** What the list is narrowed to; the address keeps it. */
export function InvoiceFilters({ search, onChange }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoices');
  const { state, project } = search;
  const exact = { exact: true, includeSearch: true } as const;
  const inProject = project ? { project } : {};
  return (
    <search className="flex min-h-control flex-wrap items-center justify-between gap-2 pb-4">
      <nav aria-label={t('filters.state')} className="flex flex-wrap gap-1">
        <Link to="/invoices" search={inProject} activeOptions={exact} replace className={PLACE}>
          {t('filters.allStates')}
        </Link>
        {FILTERS.map((known) => (
          <Link
            key={known}
            to="/invoices"
            search={{ state: known, ...inProject }}
            activeOptions={exact}
            replace
            className={PLACE}
          >
            {t(`filters.${known}`)}
          </Link>
        ))}
      </nav>
      <Suspense>
        <ProjectFilter
          project={project}
          onChange={(next) => onChange({ ...(state && { state }), ...(next && { project: next }) })}
        />
      </Suspense>
    </search>
  );
}
