import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { mutate } from '@nexus/ui/graph/ask';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import { InvoiceDraftDeleteDocument } from './invoice-draft-delete.generated.js';

/** Asks before a draft is deleted; its work is unbilled again. */
export function DraftRemoval({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  const navigate = useNavigate();
  return (
    <FormDialog
      size="small"
      isDangerous
      title={t('delete.title')}
      description={t('delete.description')}
      submitLabel={t('actions.delete')}
      cancelLabel={t('cancel')}
      defaultValues={{}}
      onClose={onClose}
      onSubmit={async () => {
        const { invoiceDraftDelete } = await mutate(graph, InvoiceDraftDeleteDocument, {
          input: { id: invoice.id },
        });
        if (invoiceDraftDelete.errors.length === 0) await navigate({ to: '/invoices/unbilled' });
        return invoiceDraftDelete;
      }}
    />
  );
}
