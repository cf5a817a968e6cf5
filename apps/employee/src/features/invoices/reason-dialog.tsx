import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import { InvoiceVoidDocument } from './invoice-void.generated.js';
import { InvoiceWriteOffDocument } from './invoice-write-off.generated.js';

interface Values {
  reason: string;
}

interface ReasonDialogProps extends InvoiceDialogProps {
  readonly question: 'void' | 'write-off';
}

/** Asks why an invoice is declared void, or written off. */
export function ReasonDialog({ invoice, question, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  const name = question === 'void' ? 'void' : 'writeOff';
  return (
    <FormDialog<Values>
      isDangerous
      title={t(`${name}.title`, { number: invoice.number ?? '' })}
      description={t(`${name}.description`)}
      submitLabel={t(`actions.${name}`)}
      cancelLabel={t('cancel')}
      defaultValues={{ reason: '' }}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        const input = { id: invoice.id, reason: reason.trim() };
        if (question === 'void') {
          return (await mutate(graph, InvoiceVoidDocument, { input })).invoiceVoid;
        }
        return (await mutate(graph, InvoiceWriteOffDocument, { input })).invoiceWriteOff;
      }}
    >
      <FormField<Values, 'reason'> name="reason" label={t('reason')} isRequired>
        {(field) => <Textarea {...field} />}
      </FormField>
    </FormDialog>
  );
}
