import { Button } from '@nexus/ui/components/button';
import { Section } from '@nexus/ui/components/section';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PayableFragment, PayablePaymentFragment } from './payable.generated.js';

interface DoneStepProps {
  readonly invoice: PayableFragment;
  readonly payment: PayablePaymentFragment | undefined;
}

/** The money has come: thanks, and the receipt. */
export function DoneStep({ invoice, payment }: DoneStepProps) {
  const { t } = useTranslation('payment');
  const money = useMoney();
  const { id, number } = invoice;
  return (
    <Section title={t('done.title')}>
      <div role="status" className="grid justify-items-start gap-4">
        <p className="flex items-start gap-3">
          <CircleCheck aria-hidden size={20} className="shrink-0 text-success" />
          {payment
            ? t('done.paid', { amount: money(payment.amount), number: number ?? '' })
            : t('done.settled', { number: number ?? '' })}
        </p>
        <div className="flex flex-wrap gap-2">
          {payment && (
            <Button asChild variant="primary">
              <Link to="/invoices/$id/receipts/$paymentId" params={{ id, paymentId: payment.id }}>
                {t('done.receipt')}
              </Link>
            </Button>
          )}
          <Button asChild>
            <Link to="/invoices/$id" params={{ id }}>
              {t('done.invoice')}
            </Link>
          </Button>
        </div>
      </div>
    </Section>
  );
}
