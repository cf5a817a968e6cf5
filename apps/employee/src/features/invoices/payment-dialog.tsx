import type { Money } from '@nexus/ui/components/decimal';
import { todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { DateInput } from '@nexus/ui/forms/date-input';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { Select } from '@nexus/ui/forms/select';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import type { PaymentKind } from './payment-record.generated.js';
import { PaymentRecordDocument } from './payment-record.generated.js';

const KINDS = [
  'BANK_TRANSFER',
  'CASH',
  'CHEQUE',
  'OTHER',
] as const satisfies readonly PaymentKind[];
const FIELDS = { 'amount.amount': 'amount' };

interface Values {
  amount: Money | null;
  kind: PaymentKind;
  reference: string;
  valueDate: string | null;
}

/** Writes down money that came by another way than the portal. */
export function PaymentDialog({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useTranslation('invoices');
  const { timeZone } = useRegion();
  const graph = useClient();
  const today = todayIn(timeZone);
  return (
    <FormDialog<Values>
      title={t('payment.title', { number: invoice.number ?? '' })}
      submitLabel={t('actions.payment')}
      cancelLabel={t('cancel')}
      fieldOf={FIELDS}
      defaultValues={{
        ...{ amount: invoice.remaining, kind: 'BANK_TRANSFER', reference: '', valueDate: today },
      }}
      onClose={onClose}
      onSubmit={async ({ amount, kind, reference, valueDate }, keyOf) => {
        const { amount: digits, currency } = amount ?? { amount: '0', currency: invoice.currency };
        const input = {
          ...{ invoiceId: invoice.id, kind, reference: reference.trim() },
          ...{ amount: { amount: digits, currency }, valueDate: valueDate ?? today },
        };
        const { paymentRecord } = await mutate(graph, PaymentRecordDocument, {
          input: { ...input, idempotencyKey: keyOf(input) },
        });
        return paymentRecord;
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values, 'amount'> name="amount" label={t('payment.amount')} isRequired>
          {(field) => <MoneyInput {...field} currency={invoice.currency} />}
        </FormField>
        <FormField<Values, 'valueDate'> name="valueDate" label={t('payment.valueDate')} isRequired>
          {(field) => <DateInput {...field} max={today} />}
        </FormField>
        <FormField<Values, 'kind'> name="kind" label={t('payment.kind')}>
          {(field) => (
            <Select
              {...field}
              options={KINDS.map((value) => ({ value, label: t(`payment.kinds.${value}`) }))}
            />
          )}
        </FormField>
        <FormField<Values, 'reference'> name="reference" label={t('payment.reference')} isRequired>
          {(field) => <Input {...field} />}
        </FormField>
      </div>
    </FormDialog>
  );
}
