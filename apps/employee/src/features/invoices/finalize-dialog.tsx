import { MoneyText } from '@nexus/ui/components/money-text';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import { InvoiceFinalizeDocument } from './invoice-finalize.generated.js';

/** Asks before a draft gets its number, and says what can no longer be changed then. */
export function FinalizeDialog({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  return (
    <FormDialog
      title={t('finalize.title')}
      description={t('finalize.description')}
      submitLabel={t('actions.finalize')}
      cancelLabel={t('cancel')}
      defaultValues={{}}
      onClose={onClose}
      onSubmit={async (_values, keyOf) => {
        const input = { id: invoice.id };
        const { invoiceFinalize } = await mutate(graph, InvoiceFinalizeDocument, {
          // What was changed meanwhile is another promise.
          input: { ...input, idempotencyKey: keyOf({ ...input, version: invoice.version }) },
        });
        return invoiceFinalize;
      }}
    >
      <ul className="grid list-disc gap-1 pl-5">
        <li>{t('finalize.lines')}</li>
        <li>{t('finalize.number')}</li>
        <li>{t('finalize.work')}</li>
        <li>{t('finalize.correct')}</li>
      </ul>
      <p className="flex justify-between border-t border-line pt-3 font-semibold">
        {t('totals.total')}
        <MoneyText money={invoice.total} />
      </p>
    </FormDialog>
  );
}
