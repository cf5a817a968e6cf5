import { Badge } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { LoadMore } from '@nexus/ui/components/load-more';
import { MoneyList } from '@nexus/ui/components/money-list';
import type { Column } from '@nexus/ui/components/table/column';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { Link, useNavigate } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientRowFragment } from './client-row.generated.js';

interface ClientTableProps {
  readonly clients: readonly ClientRowFragment[];
  readonly total: number | null | undefined;
  readonly isNarrowed: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

/** Clients with what they owe, one below the other. */
export function ClientTable(props: ClientTableProps) {
  const { clients, total, isNarrowed, hasMore, isLoadingMore, onMore } = props;
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const columns = useClientColumns();
  return (
    <div className="overflow-clip rounded-large border border-line bg-surface">
      <DataTable
        label={t('title')}
        columns={columns}
        rows={clients}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: '/clients/$clientId', params: { clientId: id } })}
        empty={
          <EmptyState
            icon={Building2}
            title={t(isNarrowed ? 'empty.noMatch' : 'empty.title')}
            description={t(isNarrowed ? 'empty.noMatchHint' : 'empty.description')}
            action={
              isNarrowed && (
                <Button asChild>
                  <Link to="/clients">{t('empty.clear')}</Link>
                </Button>
              )
            }
          />
        }
        footer={
          <LoadMore
            {...{ total, hasMore, onMore }}
            shown={clients.length}
            isLoading={isLoadingMore}
          />
        }
      />
    </div>
  );
}

function useClientColumns(): readonly Column<ClientRowFragment>[] {
  const { t } = useTranslation('clients');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        cell: ({ id, name, archived }) => (
          <>
            <Link
              to="/clients/$clientId"
              params={{ clientId: id }}
              className="font-medium hover:underline"
            >
              {name}
            </Link>{' '}
            {archived && <Badge>{t('archived')}</Badge>}
          </>
        ),
      },
      {
        id: 'lifecycle',
        header: t('columns.lifecycle'),
        cell: ({ lifecycle }) => t(`lifecycle.${lifecycle}`),
        width: 120,
      },
      {
        id: 'segment',
        header: t('columns.segment'),
        cell: ({ segment }) => t(`segment.${segment}`),
        width: 136,
        priority: 3,
      },
      {
        id: 'owner',
        header: t('columns.owner'),
        cell: ({ owner }) => owner?.name ?? '–',
        width: 144,
        priority: 2,
      },
      {
        id: 'balance',
        header: t('columns.balance'),
        cell: ({ outstandingBalances }) => (
          <span className="grid justify-items-end">
            <MoneyList sums={outstandingBalances ?? []} />
          </span>
        ),
        align: 'end',
        width: 144,
      },
    ],
    [t],
  );
}
