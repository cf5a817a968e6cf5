import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import type { InvoicePositionFragment } from './invoice-line.generated.js';
import { InvoiceLineRemoveDocument } from './invoice-line-remove.generated.js';

interface LineRemovalProps extends InvoiceDialogProps {
  readonly line: InvoicePositionFragment;
}

/** Asks before a line is taken off a draft; the time behind it is unbilled again. */
export function LineRemoval({ invoice, line, onClose }: LineRemovalProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  return (
    <FormDialog
      size="small"
      isDangerous
      title={t('line.removeTitle')}
      description={t(line.timeEntries.length > 0 ? 'line.removeWork' : 'line.removeHint', {
        line: line.description,
      })}
      submitLabel={t('line.removeLabel')}
      cancelLabel={t('cancel')}
      defaultValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        const { invoiceLineRemove } = await mutate(graph, InvoiceLineRemoveDocument, {
          input: { id: invoice.id, lineId: line.id, expectedVersion: invoice.version },
        });
        return invoiceLineRemove;
      }}
    />
  );
}
