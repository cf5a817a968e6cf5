import type { Money } from '@nexus/ui/components/decimal';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { RadioGroup } from '@nexus/ui/forms/radio-group';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { CreditNoteIssueDocument } from './credit-note-issue.generated.js';
import type { InvoiceDialogProps } from './invoice-dialog.js';

interface Values {
  extent: 'all' | 'lines';
  /** Net, by the id of the line. */
  net: Record<string, Money | null>;
  reason: string;
}

/** Takes an invoice back: all that is left of it, or amounts of its lines. */
export function CreditDialog({ invoice, onClose }: InvoiceDialogProps) {
  const { t } = useTranslation('invoices');
  const graph = useClient();
  return (
    <FormDialog<Values>
      title={t('credit.title', { number: invoice.number ?? '' })}
      description={t('credit.description')}
      submitLabel={t('actions.credit')}
      cancelLabel={t('cancel')}
      isDangerous
      defaultValues={{ extent: 'all', net: {}, reason: '' }}
      onClose={onClose}
      onSubmit={async ({ extent, net, reason }, keyOf) => {
        const lines = Object.entries(net).flatMap(([lineId, money]) =>
          money ? [{ lineId, net: { amount: money.amount, currency: money.currency } }] : [],
        );
        const input = {
          ...{ invoiceId: invoice.id, reason: reason.trim() },
          ...(extent === 'lines' && { lines }),
        };
        const { creditNoteIssue } = await mutate(graph, CreditNoteIssueDocument, {
          input: { ...input, idempotencyKey: keyOf(input) },
        });
        return creditNoteIssue;
      }}
    >
      {(form) => (
        <>
          <FormField<Values, 'extent'> name="extent" label={t('credit.extent')}>
            {(field) => (
              <RadioGroup
                {...field}
                options={[
                  { value: 'all', label: t('credit.all') },
                  { value: 'lines', label: t('credit.lines') },
                ]}
              />
            )}
          </FormField>
          {form.watch('extent') === 'lines' &&
            invoice.lines.nodes.map((line) => (
              <FormField<Values, `net.${string}`>
                key={line.id}
                name={`net.${line.id}`}
                label={line.description}
              >
                {(field) => (
                  <MoneyInput {...field} value={field.value ?? null} currency={invoice.currency} />
                )}
              </FormField>
            ))}
          <FormField<Values, 'reason'> name="reason" label={t('reason')} isRequired>
            {(field) => <Textarea {...field} />}
          </FormField>
        </>
      )}
    </FormDialog>
  );
}
