import type { InvoiceDetailFragment } from './invoice-detail.generated.js';

/** What every dialog about an invoice is given. */
export interface InvoiceDialogProps {
  readonly invoice: InvoiceDetailFragment;
  readonly onClose: () => void;
}
