import { AddressLines } from '@nexus/ui/components/address-lines';
import { Card } from '@nexus/ui/components/card';
import { Facts } from '@nexus/ui/components/facts';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { useViewer } from '@nexus/ui/session/viewer';
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
  const paidBy = account && <AddressLines name={account.legalName} address={account.address} />;
  const billed = issueDate
    ? t('receipt.ofDay', { number: number ?? '', day: day(issueDate) })
    : number;
  return (
    <Card className="grid gap-5 p-6">
      <p className="tabular text-display font-semibold">{money(amount)}</p>
      <Facts
        look="grid"
        facts={[
          { id: 'received-by', label: t('receipt.receivedBy'), value: tenant?.name },
          { id: 'paid-by', label: t('receipt.paidBy'), value: paidBy },
          { id: 'on', label: t('receipt.on'), value: when },
          { id: 'by', label: t('receipt.by'), value: t(`receipt.kind.${kind}`) },
          { id: 'reference', label: t('receipt.reference'), value: reference },
          { id: 'invoice', label: t('receipt.invoice'), value: billed },
          { id: 'total', label: t('receipt.total'), value: money(total) },
          { id: 'remaining', label: t('receipt.remaining'), value: money(remaining) },
          {
            id: 'number',
            label: t('receipt.number'),
            value: <code className="font-mono text-small">{payment.id}</code>,
          },
        ]}
      />
    </Card>
  );
}
