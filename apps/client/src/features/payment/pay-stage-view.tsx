import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { Notice } from '@nexus/ui/components/notice';
import { Section } from '@nexus/ui/components/section';
import { Spinner } from '@nexus/ui/components/spinner';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CardForm } from './card-form.js';
import { ConfirmStep } from './confirm-step.js';
import { declineReason } from './decline-reason.js';
import { DoneStep } from './done-step.js';
import { FaultNotice } from './fault-notice.js';
import type { PayStage } from './pay-stage.js';
import type { PayableFragment } from './payable.generated.js';
import type { usePay } from './use-pay.js';

interface PayStageViewProps {
  readonly invoice: PayableFragment;
  readonly stage: PayStage;
  readonly paying: ReturnType<typeof usePay>;
  readonly onAnswered: (paymentId: string) => void;
}

/** What the payer does at this point of the way. */
export function PayStageView({ invoice, stage, paying, onAnswered }: PayStageViewProps) {
  const { t } = useTranslation('payment');
  const money = useMoney();
  switch (stage.step) {
    case 'card':
      return (
        <Section title={t('card.title')}>
          <div className="grid gap-4">
            {stage.declined && !paying.isPaying && (
              <Notice tone="danger">
                {t(`declined.${declineReason(stage.declined.failureCode)}`)}
              </Notice>
            )}
            {paying.fault && <FaultNotice fault={paying.fault} />}
            <CardForm
              amount={money(invoice.remaining)}
              isPaying={paying.isPaying}
              isDeclined={stage.declined !== undefined && !paying.isPaying}
              onPay={paying.pay}
            />
          </div>
        </Section>
      );
    case 'confirm':
      return (
        <ConfirmStep
          key={stage.payment.id}
          payment={stage.payment}
          amount={money(stage.payment.amount)}
          onAnswered={onAnswered}
        />
      );
    case 'wait':
      return (
        <Section title={t('wait.title')}>
          <p role="status" className="flex items-center gap-3">
            <Spinner /> {t('wait.text', { amount: money(stage.payment.amount) })}
          </p>
        </Section>
      );
    case 'done':
      return <DoneStep invoice={invoice} payment={stage.payment} />;
    case 'closed':
      return (
        <EmptyState
          icon={CircleCheck}
          title={t('closed.title')}
          description={t('closed.description')}
          action={
            <Button asChild>
              <Link to="/invoices">{t('closed.action')}</Link>
            </Button>
          }
        />
      );
    default:
      return stage satisfies never;
  }
}
