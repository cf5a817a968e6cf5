import { ReasonDialog } from '@nexus/ui/forms/reason-dialog';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import { InvoiceVoidDocument } from './invoice-void.generated.js';
import { InvoiceWriteOffDocument } from './invoice-write-off.generated.js';

interface InvoiceReasonDialogProps extends InvoiceDialogProps {
  readonly question: 'void' | 'write-off';
}

/** Asks why an invoice is declared void, or written off. */
export function InvoiceReasonDialog({ invoice, question, onClose }: InvoiceReasonDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  const name = question === 'void' ? 'void' : 'writeOff';
  return (
    <ReasonDialog
      isDangerous
      title={t(`${name}.title`, { number: invoice.number ?? '' })}
      description={t(`${name}.description`)}
      label={t('reason')}
      submitLabel={t(`actions.${name}`)}
      onReason={async (reason) => {
        const input = { id: invoice.id, reason };
        if (question === 'void') {
          return (await mutate(graph, InvoiceVoidDocument, { input })).invoiceVoid;
        }
        return (await mutate(graph, InvoiceWriteOffDocument, { input })).invoiceWriteOff;
      }}
      onClose={onClose}
    />
  );
}
