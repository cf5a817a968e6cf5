import type { Decimal, Money } from '@nexus/ui/components/decimal';
import { isZero } from '@nexus/ui/components/sum-money';
import { DecimalInput } from '@nexus/ui/forms/decimal-input';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { Select } from '@nexus/ui/forms/select';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import type { InvoicePositionFragment, InvoiceUnit, TaxHint } from './invoice-line.generated.js';
import { InvoiceLineAddDocument } from './invoice-line-add.generated.js';
import { InvoiceLineUpdateDocument } from './invoice-line-update.generated.js';

interface LineDialogProps extends InvoiceDialogProps {
  /** Left out: a new one. */
  readonly line?: InvoicePositionFragment;
}

interface Values {
  description: string;
  quantity: Decimal | null;
  unit: InvoiceUnit;
  unitPrice: Decimal | null;
  discount: Money | null;
  taxHint: TaxHint;
}

const UNITS = ['HOUR', 'DAY', 'UNIT'] as const satisfies readonly InvoiceUnit[];
const HINTS = [
  'STANDARD',
  'REDUCED',
  'SUPER_REDUCED',
  'ZERO',
] as const satisfies readonly TaxHint[];
/** In a new line the graph speaks of `line.quantity`. */
const FIELDS = {
  ...{ 'line.description': 'description', 'line.quantity': 'quantity', 'line.unit': 'unit' },
  ...{ 'line.unitPrice': 'unitPrice', 'line.discount': 'discount', 'line.taxHint': 'taxHint' },
};

/** Adds a line to a draft, or changes one. */
export function LineDialog({ invoice, line, onClose }: LineDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  const { id, version, currency } = invoice;
  const save = async (values: Values) => {
    const { description, quantity, unit, unitPrice, discount, taxHint } = values;
    const facts = {
      ...{ description: description.trim(), taxHint },
      ...{ quantity: quantity ?? '0', unitPrice: unitPrice ?? '0' },
    };
    if (line) {
      const off = discount ?? (line.discount && { amount: '0', currency });
      const { invoiceLineUpdate } = await mutate(graph, InvoiceLineUpdateDocument, {
        input: {
          ...{ id, lineId: line.id, expectedVersion: version },
          ...facts,
          ...(off && { discount: off }),
        },
      });
      return invoiceLineUpdate;
    }
    const { invoiceLineAdd } = await mutate(graph, InvoiceLineAddDocument, {
      input: {
        id,
        expectedVersion: version,
        line: { ...facts, unit, ...(discount && { discount }) },
      },
    });
    return invoiceLineAdd;
  };
  return (
    <FormDialog<Values>
      title={t(line ? 'line.editTitle' : 'actions.addLine')}
      submitLabel={t(line ? 'save' : 'add')}
      cancelLabel={t('cancel')}
      fieldOf={FIELDS}
      defaultValues={{
        description: line?.description ?? '',
        quantity: line?.quantity ?? null,
        unit: line?.unit ?? 'HOUR',
        unitPrice: line?.unitPrice.amount ?? null,
        discount: line?.discount && !isZero(line.discount) ? line.discount : null,
        taxHint: line?.taxHint ?? 'STANDARD',
      }}
      onClose={onClose}
      onSubmit={save}
    >
      <FormField<Values, 'description'> name="description" label={t('line.description')} isRequired>
        {(field) => <Textarea {...field} rows={2} />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values, 'quantity'> name="quantity" label={t('line.quantity')} isRequired>
          {(field) => <DecimalInput {...field} maxDigits={6} />}
        </FormField>
        <FormField<Values, 'unit'>
          name="unit"
          label={t('line.unit')}
          isDisabled={line !== undefined}
        >
          {(field) => (
            <Select
              {...field}
              options={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
            />
          )}
        </FormField>
        <FormField<Values, 'unitPrice'> name="unitPrice" label={t('line.unitPrice')} isRequired>
          {(field) => <DecimalInput {...field} digits={2} maxDigits={6} trailing={currency} />}
        </FormField>
        <FormField<Values, 'discount'> name="discount" label={t('line.discount')}>
          {(field) => <MoneyInput {...field} currency={currency} />}
        </FormField>
        <FormField<Values, 'taxHint'> name="taxHint" label={t('line.taxHint')}>
          {(field) => (
            <Select
              {...field}
              options={HINTS.map((value) => ({ value, label: t(`taxHints.${value}`) }))}
            />
          )}
        </FormField>
      </div>
    </FormDialog>
  );
}
