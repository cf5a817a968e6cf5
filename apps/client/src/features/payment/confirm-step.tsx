import { Button } from '@nexus/ui/components/button';
import { Section } from '@nexus/ui/components/section';
import { ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from './fault-notice.js';
import type { PayablePaymentFragment } from './payable.generated.js';
import { useConfirmation } from './use-confirmation.js';

interface ConfirmStepProps {
  readonly payment: PayablePaymentFragment;
  /** As it will be charged: `1.234,50 €`. */
  readonly amount: string;
  /** Told which payment was answered: its outcome is news on this page. */
  readonly onAnswered: (paymentId: string) => void;
}

/** The question of the payer's bank, whether it is really them. */
export function ConfirmStep({ payment, amount, onAnswered }: ConfirmStepProps) {
  const { t } = useTranslation('payment');
  const { isAnswering, fault, answer } = useConfirmation(payment);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  const tell = (isConfirmed: boolean) => {
    onAnswered(payment.id);
    void answer(isConfirmed);
  };
  return (
    <Section title={t('confirm.title')}>
      <div className="grid justify-items-start gap-4">
        <p className="flex items-start gap-3">
          <ShieldCheck aria-hidden size={20} className="shrink-0 text-accent" />
          {t('confirm.question', { amount })}
        </p>
        <p className="text-small text-muted">{t('confirm.sandbox')}</p>
        {fault && <FaultNotice fault={fault} />}
        <div className="flex flex-wrap gap-2">
          <Button ref={confirm} variant="primary" isBusy={isAnswering} onClick={() => tell(true)}>
            {t('confirm.yes')}
          </Button>
          <Button disabled={isAnswering} onClick={() => tell(false)}>
            {t('confirm.no')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
