import { Badge } from '@nexus/ui/components/badge';
import { useTranslation } from 'react-i18next';
import type { InvoiceRowFragment } from './invoice-row.generated.js';
import { stateOf, TONES } from './invoice-state.js';

/** The state of an invoice, in a word. */
export function InvoiceBadge({
  invoice,
}: {
  readonly invoice: Pick<InvoiceRowFragment, 'status' | 'overdue'>;
}) {
  const { t } = useTranslation('invoices');
  const state = stateOf(invoice);
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
