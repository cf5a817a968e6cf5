import { Card } from '@nexus/ui/components/card';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { useViewer } from '@nexus/ui/session/viewer';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptQuery } from './receipt.generated.js';

type ReceiptInvoice = NonNullable<ReceiptQuery['invoice']>;

interface ReceiptSheetProps {
  readonly invoice: ReceiptInvoice;
  readonly payment: ReceiptInvoice['payments'][number];
}

/** Who received how much of whom, when, and for what. */
export function ReceiptSheet({ invoice, payment }: ReceiptSheetProps) {
  const { t } = useTranslation('payment');
  const { day, moment } = useFormat();
  const money = useMoney();
  const { tenant } = useViewer();
  const { account, number, issueDate, total, remaining } = invoice;
  const { amount, kind, reference, settledAt, valueDate } = payment;
  const when = valueDate ? day(valueDate) : settledAt && moment(settledAt);
  const { line1, line2, postcode, city, country } = account?.address ?? {};
  const address = [line1, line2, [postcode, city].filter(Boolean).join(' '), country];
  return (
    <Card className="grid gap-5 p-6">
      <p className="tabular text-display font-semibold">{money(amount)}</p>
      <dl className="grid gap-4 sm:grid-cols-2">
        <Fact label={t('receipt.receivedBy')}>{tenant?.name}</Fact>
        {account && (
          <Fact label={t('receipt.paidBy')}>
            {[account.legalName, ...address].filter(Boolean).map((line) => (
              <span key={line} className="block [overflow-wrap:anywhere]">
                {line}
              </span>
            ))}
          </Fact>
        )}
        {when && <Fact label={t('receipt.on')}>{when}</Fact>}
        <Fact label={t('receipt.by')}>{t(`receipt.kind.${kind}`)}</Fact>
        {reference && <Fact label={t('receipt.reference')}>{reference}</Fact>}
        <Fact label={t('receipt.invoice')}>
          {issueDate ? t('receipt.ofDay', { number: number ?? '', day: day(issueDate) }) : number}
        </Fact>
        <Fact label={t('receipt.total')}>{money(total)}</Fact>
        <Fact label={t('receipt.remaining')}>{money(remaining)}</Fact>
        <Fact label={t('receipt.number')}>
          <code className="font-mono text-small [overflow-wrap:anywhere]">{payment.id}</code>
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-small text-muted">{label}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  );
}
