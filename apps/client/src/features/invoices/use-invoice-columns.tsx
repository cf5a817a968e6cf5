import { Button } from '@nexus/ui/components/button';
import type { Column } from '@nexus/ui/components/table/column';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceBadge } from './invoice-badge.js';
import type { InvoiceRowFragment } from './invoice-row.generated.js';

/** What the list says of each invoice. */
export function useInvoiceColumns(): readonly Column<InvoiceRowFragment>[] {
  const { t } = useTranslation('invoices');
  const { day } = useFormat();
  const money = useMoney();
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('columns.number'),
        cell: ({ id, number }) => (
          <Link
            to="/invoices/$id"
            params={{ id }}
            className="tabular font-medium text-accent hover:underline"
          >
            {number}
          </Link>
        ),
        width: 160,
      },
      {
        id: 'project',
        header: t('columns.project'),
        cell: ({ project }) => project?.name,
        priority: 2,
      },
      {
        id: 'state',
        header: t('columns.state'),
        cell: (invoice) => <InvoiceBadge invoice={invoice} />,
        width: 130,
      },
      {
        id: 'issued',
        header: t('columns.issued'),
        cell: ({ issueDate }) => issueDate && day(issueDate),
        width: 120,
        priority: 3,
      },
      {
        id: 'due',
        header: t('columns.due'),
        cell: ({ dueDate }) => dueDate && day(dueDate),
        width: 120,
      },
      {
        id: 'total',
        header: t('columns.total'),
        cell: ({ total }) => money(total),
        align: 'end',
        width: 130,
      },
      {
        id: 'pay',
        header: t('columns.pay'),
        isHeaderHidden: true,
        cell: ({ id, number, viewerCanPay }) =>
          viewerCanPay && (
            <Button asChild size="small">
              <Link
                to="/invoices/$id/pay"
                params={{ id }}
                aria-label={t('payNumber', { number: number ?? '' })}
              >
                {t('pay')}
              </Link>
            </Button>
          ),
        align: 'end',
        width: 100,
      },
    ],
    [t, day, money],
  );
}
