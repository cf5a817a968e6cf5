import { EmptyState } from '@nexus/ui/components/empty-state';
import { LoadMore } from '@nexus/ui/components/load-more';
import { PageHeader } from '@nexus/ui/components/page-header';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditFilters } from './audit-filters.js';
import { type AuditSearch, listVariables } from './audit-search.js';
import { AuditTrailDocument } from './audit-trail.generated.js';
import { ExportMenu } from './export-menu.js';
import { useAuditColumns } from './use-audit-columns.js';

const route = getRouteApi('/audit');

const EntryDrawer = lazy(() =>
  import('./entry-drawer.js').then((loaded) => ({ default: loaded.EntryDrawer })),
);

/** Who did what, when and to what: the business's event log. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const variables = listVariables(search);
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing } = useScreen(AuditTrailDocument, {
    ...variables,
    ...(after !== null && { after }),
  });
  usePageTitle(t('title'));
  const change = useCallback(
    (next: AuditSearch) => void navigate({ search: next, replace: true }),
    [navigate],
  );
  const narrow = (next: AuditSearch) => {
    setAfter(null);
    change(next);
  };
  const page = data?.auditTrail;
  const shown = page?.nodes ?? [];
  const columns = useAuditColumns();
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta')}
        actions={<ExportMenu filter={variables.filter ?? {}} />}
      />
      <AuditFilters search={search} onChange={narrow} />
      <div className="overflow-clip rounded-large border border-line bg-surface">
        <DataTable
          label={t('title')}
          columns={columns}
          rows={shown}
          rowId={({ id }) => id}
          rowLabel={({ summary }) => summary}
          onOpen={({ id }) => change({ ...search, entry: id })}
          isLoading={data === undefined}
          empty={
            <EmptyState
              icon={ScrollText}
              title={t('empty.title')}
              description={t('empty.description')}
            />
          }
          footer={
            <LoadMore
              shown={shown.length}
              total={page?.totalCount}
              hasMore={page?.pageInfo.hasNextPage ?? false}
              isLoading={isRefreshing}
              onMore={() => setAfter(page?.pageInfo.endCursor ?? null)}
            />
          }
        />
      </div>
      {search.entry && (
        <Suspense>
          <EntryDrawer
            id={search.entry}
            onOpen={(id) => change({ ...search, entry: id })}
            onNarrow={narrow}
            onClose={() => {
              const { entry: _closed, ...rest } = search;
              change(rest);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
