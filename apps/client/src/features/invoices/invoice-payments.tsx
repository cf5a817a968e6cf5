import { Badge, type Tone } from '@nexus/ui/components/badge';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaymentLineFragment } from './payment-line.generated.js';

const TONES: Record<PaymentLineFragment['status'], Tone> = {
  SUCCEEDED: 'success',
  PENDING: 'info',
  REQUIRES_ACTION: 'warning',
  FAILED: 'danger',
  CANCELLED: 'neutral',
};

interface InvoicePaymentsProps {
  readonly invoiceId: string;
  readonly payments: readonly PaymentLineFragment[];
}

/** What was paid, is on its way, or was declined; each that came has a receipt. */
export function InvoicePayments({ invoiceId, payments }: InvoicePaymentsProps) {
  const { t } = useTranslation('invoices');
  const { moment } = useFormat();
  const money = useMoney();
  if (payments.length === 0) return null;
  return (
    <Section title={t('payments.title')} isFlush>
      <ul className="divide-y divide-line">
        {payments.map(({ id, amount, kind, status, createdAt, settledAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <Badge tone={TONES[status]}>{t(`payments.status.${status}`)}</Badge>
            <span className="min-w-0 flex-1 basis-40 text-muted">
              {t(`payments.kind.${kind}`)}
              {' · '}
              {moment(settledAt ?? createdAt)}
            </span>
            {status === 'SUCCEEDED' && (
              <Link
                to="/invoices/$id/receipts/$paymentId"
                params={{ id: invoiceId, paymentId: id }}
                className="inline-flex min-h-6 items-center text-accent hover:underline"
              >
                {t('payments.receipt')}
              </Link>
            )}
            <span className="tabular font-medium">{money(amount)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
