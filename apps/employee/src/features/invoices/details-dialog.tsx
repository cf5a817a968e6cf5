import type { Decimal } from '@nexus/ui/components/decimal';
import { DecimalInput } from '@nexus/ui/forms/decimal-input';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import { InvoiceUpdateDocument } from './invoice-update.generated.js';

interface Values {
  terms: Decimal | null;
  poNumber: string;
  notes: string;
}

/** What stands on a draft beside its lines: days to pay, the client’s order, a note. */
export function DetailsDialog({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  return (
    <FormDialog<Values>
      title={t('actions.details')}
      submitLabel={t('save')}
      cancelLabel={t('cancel')}
      defaultValues={{
        terms: String(invoice.terms),
        poNumber: invoice.poNumber ?? '',
        notes: invoice.notes ?? '',
      }}
      onClose={onClose}
      onSubmit={async ({ terms, poNumber, notes }) => {
        const { invoiceUpdate } = await mutate(graph, InvoiceUpdateDocument, {
          input: {
            ...{ id: invoice.id, expectedVersion: invoice.version },
            ...{
              terms: Number(terms),
              poNumber: poNumber.trim() || null,
              notes: notes.trim() || null,
            },
          },
        });
        return invoiceUpdate;
      }}
    >
      <FormField<Values, 'terms'>
        name="terms"
        label={t('facts.terms')}
        hint={t('termsHint')}
        isRequired
      >
        {(field) => <DecimalInput {...field} maxDigits={0} />}
      </FormField>
      <FormField<Values, 'poNumber'> name="poNumber" label={t('facts.poNumber')}>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField<Values, 'notes'> name="notes" label={t('facts.notes')} hint={t('notesHint')}>
        {(field) => <Textarea {...field} />}
      </FormField>
    </FormDialog>
  );
}
