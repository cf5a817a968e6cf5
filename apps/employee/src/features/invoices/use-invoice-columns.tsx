import { MoneyText } from '@nexus/ui/components/money-text';
import type { Column } from '@nexus/ui/components/table/column';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceBadge } from './invoice-badge.js';
import type { InvoiceRowFragment } from './invoice-row.generated.js';

/** What the list says of each invoice. */
export function useInvoiceColumns(): readonly Column<InvoiceRowFragment>[] {
  const { t } = useTranslation('invoices');
  const { day, share } = useFormat();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('columns.number'),
        cell: ({ id, number }) => (
          <Link
            to="/invoices/$invoiceId"
            params={{ invoiceId: id }}
            className="font-medium hover:underline"
          >
            {number ?? t('draft')}
          </Link>
        ),
        isSortedByGraph: true,
        width: 164,
      },
      {
        id: 'client',
        header: t('columns.client'),
        cell: ({ client, project }) => (
          <>
            {client?.name}
            {project && <span className="text-small text-muted"> {project.name}</span>}
          </>
        ),
      },
      {
        id: 'state',
        header: t('columns.state'),
        cell: (invoice) => <InvoiceBadge invoice={invoice} />,
        width: 116,
      },
      {
        id: 'dueDate',
        header: t('columns.due'),
        cell: ({ dueDate }) => (dueDate ? day(dueDate) : '–'),
        isSortedByGraph: true,
        width: 112,
        priority: 2,
      },
      {
        id: 'total',
        header: t('columns.total'),
        cell: ({ total }) => <MoneyText money={total} />,
        isSortedByGraph: true,
        align: 'end',
        width: 128,
      },
      {
        id: 'remaining',
        header: t('columns.remaining'),
        cell: ({ remaining, status }) => (
          <MoneyText money={status === 'DRAFT' ? null : remaining} />
        ),
        isSortedByGraph: true,
        align: 'end',
        width: 128,
        priority: 2,
      },
      {
        id: 'margin',
        header: t('columns.margin'),
        cell: ({ project }) => {
          const percent = project?.profitability?.marginPercent;
          return percent == null ? '–' : share(percent / 100);
        },
        align: 'end',
        width: 104,
        priority: 3,
      },
    ],
    [t, day, share],
  );
}
