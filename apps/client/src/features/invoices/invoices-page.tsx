import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceChangedDocument } from './invoice-changed.generated.js';
import { InvoiceFilters } from './invoice-filters.js';
import { InvoiceListDocument } from './invoice-list.generated.js';
import { type InvoiceSearch, listVariables } from './invoice-search.js';
import { InvoiceTable } from './invoice-table.js';

const route = getRouteApi('/invoices');
const ONCE = [{}];

/** Every invoice of the company, the newest first; a new one appears by itself. */
export function InvoicesPage() {
  const { t } = useTranslation('invoices');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} />
      <InvoiceFilters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <InvoiceList key={JSON.stringify(search)} search={search} />
    </>
  );
}

/** The pages of one search, one below the other. */
function InvoiceList({ search }: { readonly search: InvoiceSearch }) {
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing, since } = useScreen(InvoiceListDocument, {
    ...listVariables(search),
    ...(after !== null && { after }),
  });
  useLive(InvoiceChangedDocument, ONCE, since);
  if (!data) return <PageSkeleton />;
  const invoices = data.invoices?.nodes.filter((invoice) => invoice !== null) ?? [];
  const { hasNextPage = false, endCursor } = data.invoices?.pageInfo ?? {};
  return (
    <InvoiceTable
      invoices={invoices}
      isNarrowed={Object.keys(search).length > 0}
      isLoadingMore={isRefreshing && after !== null}
      onMore={hasNextPage && endCursor ? () => setAfter(endCursor) : undefined}
    />
  );
}
