import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { LoadMore } from '@nexus/ui/components/load-more';
import { Skeleton } from '@nexus/ui/components/skeleton';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceChangedDocument } from './invoice-changed.generated.js';
import { InvoiceListDocument } from './invoice-list.generated.js';
import {
  type InvoiceSearch,
  invoiceVariables,
  sortIn,
  sortText,
  withSearch,
} from './invoice-search.js';
import { InvoiceSums } from './invoice-sums.js';
import { InvoicesFrame } from './invoices-frame.js';
import { useInvoiceColumns } from './use-invoice-columns.js';

const InvoiceFilters = lazy(() =>
  import('./invoice-filters.js').then((loaded) => ({ default: loaded.InvoiceFilters })),
);
const route = getRouteApi('/invoices');
const ALL = [{}];

/** Every invoice within reach: searched, sorted, and followed as it is paid. */
export function InvoicesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: InvoiceSearch) => void navigate({ search: next, replace: true });
  return (
    <InvoicesFrame>
      {/* The list need not wait for what narrows it. */}
      <Suspense fallback={<Skeleton className="mb-3 h-control w-full" />}>
        <InvoiceFilters search={search} onChange={change} />
      </Suspense>
      <InvoiceList key={JSON.stringify(search)} search={search} onChange={change} />
    </InvoicesFrame>
  );
}

interface InvoiceListProps {
  readonly search: InvoiceSearch;
  readonly onChange: (search: InvoiceSearch) => void;
}

function InvoiceList({ search, onChange }: InvoiceListProps) {
  const { t } = useTranslation('invoices');
  const columns = useInvoiceColumns();
  const navigate = route.useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing, since } = useScreen(InvoiceListDocument, {
    ...invoiceVariables(search),
    ...(after !== null && { after }),
  });
  useLive(InvoiceChangedDocument, ALL, since);
  if (!data) return <PageSkeleton />;
  const invoices = data.invoices?.nodes ?? [];
  const { hasNextPage = false, endCursor } = data.invoices?.pageInfo ?? {};
  return (
    <div className="overflow-clip rounded-large border border-line bg-surface">
      <DataTable
        label={t('title')}
        columns={columns}
        rows={invoices}
        rowId={({ id }) => id}
        rowLabel={({ number }) => number ?? t('draft')}
        onOpen={({ id }) =>
          void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: id } })
        }
        sort={sortIn(search)}
        onSortChange={(sort) => onChange(withSearch(search, { sort: sortText(sort) }))}
        empty={<NoInvoice isNarrowed={Object.keys(search).some((name) => name !== 'sort')} />}
        footer={
          <>
            <InvoiceSums invoices={invoices} />
            <LoadMore
              shown={invoices.length}
              total={data.invoices?.totalCount}
              hasMore={hasNextPage}
              isLoading={isRefreshing && after !== null}
              onMore={() => endCursor && setAfter(endCursor)}
            />
          </>
        }
      />
    </div>
  );
}

function NoInvoice({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const { t } = useTranslation('invoices');
  return (
    <EmptyState
      icon={ReceiptText}
      title={t(isNarrowed ? 'empty.noMatch' : 'empty.title')}
      description={t(isNarrowed ? 'empty.noMatchHint' : 'empty.description')}
      action={
        <Button asChild>
          <Link to={isNarrowed ? '/invoices' : '/invoices/unbilled'}>
            {t(isNarrowed ? 'empty.clear' : 'tabs.unbilled')}
          </Link>
        </Button>
      }
    />
  );
}
