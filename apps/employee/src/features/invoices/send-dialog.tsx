import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { InvoiceDialogProps } from './invoice-dialog.js';
import { InvoiceSendDocument } from './invoice-send.generated.js';

interface Values {
  to: string;
  message: string;
}

/** Sends an invoice by mail. */
export function SendDialog({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  return (
    <FormDialog<Values>
      title={t('send.title', { number: invoice.number ?? '' })}
      submitLabel={t('actions.send')}
      cancelLabel={t('cancel')}
      defaultValues={{ to: '', message: '' }}
      onClose={onClose}
      onSubmit={async ({ to, message }) => {
        const addresses = to.split(/[\s,;]+/).filter(Boolean);
        const { invoiceSend } = await mutate(graph, InvoiceSendDocument, {
          input: {
            id: invoice.id,
            ...(addresses.length > 0 && { to: addresses }),
            ...(message.trim() && { message: message.trim() }),
          },
        });
        return invoiceSend;
      }}
    >
      <FormField<Values, 'to'> name="to" label={t('send.to')} hint={t('send.toHint')}>
        {(field) => <Input {...field} inputMode="email" />}
      </FormField>
      <FormField<Values, 'message'> name="message" label={t('send.message')}>
        {(field) => <Textarea {...field} />}
      </FormField>
    </FormDialog>
  );
}
