import { Badge, type Tone } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { MoneyText } from '@nexus/ui/components/money-text';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClientQuery } from './client.generated.js';

type Invoices = NonNullable<NonNullable<ClientQuery['client']>['invoices']>;

const TONES: Record<Invoices['nodes'][number]['status'], Tone> = {
  DRAFT: 'neutral',
  OPEN: 'info',
  PARTIALLY_PAID: 'warning',
  PAID: 'success',
  VOID: 'neutral',
  UNCOLLECTIBLE: 'danger',
};

interface ClientInvoicesProps {
  readonly clientId: string;
  readonly invoices: Invoices;
}

/** The latest invoices of a client. */
export function ClientInvoices({ clientId, invoices }: ClientInvoicesProps) {
  const { t } = useTranslation(['clients', 'invoices']);
  const { day } = useFormat();
  return (
    <Section
      title={t('invoices:title')}
      isFlush
      actions={
        <Button size="small" asChild>
          <Link to="/invoices" search={{ clientId }}>
            {t('allInvoices', { count: invoices.totalCount ?? invoices.nodes.length })}
          </Link>
        </Button>
      }
    >
      {invoices.nodes.length === 0 && <p className="p-4 text-muted">{t('noInvoice')}</p>}
      <ul aria-label={t('invoices:title')} className="divide-y divide-line">
        {invoices.nodes.map(({ id, number, status, overdue, dueDate, total }) => (
          <li key={id} className="flex min-h-row items-center gap-3 px-4 py-1">
            <Link
              to="/invoices/$invoiceId"
              params={{ invoiceId: id }}
              className="tabular min-w-0 flex-1 truncate font-medium hover:underline"
            >
              {number ?? t('invoices:draft')}
            </Link>
            {dueDate && (
              <span className="tabular text-small text-muted max-sm:hidden">{day(dueDate)}</span>
            )}
            <span className="w-24">
              <Badge tone={overdue ? 'danger' : TONES[status]}>
                {t(`invoices:state.${overdue ? 'OVERDUE' : status}`)}
              </Badge>
            </span>
            <span className="w-28 text-right">
              <MoneyText money={total} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
