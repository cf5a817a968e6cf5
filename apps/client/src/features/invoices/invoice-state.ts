import type { Tone } from '@nexus/ui/components/badge';
import type { InvoiceRowFragment } from './invoice-row.generated.js';

export const STATES = ['paid', 'overdue', 'part-paid', 'open', 'void', 'closed'] as const;
export type InvoiceState = (typeof STATES)[number];

export const TONES: Record<InvoiceState, Tone> = {
  paid: 'success',
  overdue: 'danger',
  'part-paid': 'info',
  open: 'warning',
  void: 'neutral',
  closed: 'neutral',
};

/** How an invoice stands for whoever pays it: that it is late goes before that a part is paid. */
export function stateOf({
  status,
  overdue,
}: Pick<InvoiceRowFragment, 'status' | 'overdue'>): InvoiceState {
  switch (status) {
    case 'PAID':
      return 'paid';
    case 'VOID':
      return 'void';
    case 'UNCOLLECTIBLE':
      return 'closed';
    case 'PARTIALLY_PAID':
      return overdue ? 'overdue' : 'part-paid';
    // A client user never sees a draft.
    case 'DRAFT':
    case 'OPEN':
      return overdue ? 'overdue' : 'open';
    default:
      return status satisfies never;
  }
}
