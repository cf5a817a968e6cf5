import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { LoadMore } from '@nexus/ui/components/load-more';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { Link, useNavigate } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceRowFragment } from './invoice-row.generated.js';
import { useInvoiceColumns } from './use-invoice-columns.js';

interface InvoiceTableProps {
  readonly invoices: readonly InvoiceRowFragment[];
  /** A filter is on: nothing found does not mean that there is nothing. */
  readonly isNarrowed: boolean;
  readonly isLoadingMore: boolean;
  /** Undefined where these are all. */
  readonly onMore?: (() => void) | undefined;
}

/** Invoices with their state and what is due, one below the other. */
export function InvoiceTable({ invoices, isNarrowed, isLoadingMore, onMore }: InvoiceTableProps) {
  const { t } = useTranslation('invoices');
  const columns = useInvoiceColumns();
  const navigate = useNavigate();
  return (
    <div className="overflow-clip rounded-large border border-line bg-surface">
      <DataTable
        label={t('title')}
        columns={columns}
        rows={invoices}
        rowId={({ id }) => id}
        rowLabel={({ number }) => number ?? ''}
        onOpen={({ id }) => void navigate({ to: '/invoices/$id', params: { id } })}
        empty={<NoInvoice isNarrowed={isNarrowed} />}
        footer={
          onMore && (
            <LoadMore shown={invoices.length} hasMore isLoading={isLoadingMore} onMore={onMore} />
          )
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
        isNarrowed && (
          <Button asChild>
            <Link to="/invoices">{t('empty.clear')}</Link>
          </Button>
        )
      }
    />
  );
}
