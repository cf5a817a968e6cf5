import type { Tone } from '@nexus/ui/components/badge';
import type { InvoiceRowFragment, InvoiceStatus } from './invoice-row.generated.js';

/** What people call the state of an invoice: beyond its last day it is overdue, whatever else it is. */
export type InvoiceState = InvoiceStatus | 'OVERDUE';

export const STATES = [
  'DRAFT',
  'OPEN',
  'PARTIALLY_PAID',
  'OVERDUE',
  'PAID',
  'VOID',
  'UNCOLLECTIBLE',
] as const satisfies readonly InvoiceState[];

export const TONES: Record<InvoiceState, Tone> = {
  DRAFT: 'neutral',
  OPEN: 'info',
  PARTIALLY_PAID: 'warning',
  OVERDUE: 'danger',
  PAID: 'success',
  VOID: 'neutral',
  UNCOLLECTIBLE: 'danger',
};

export function stateOf({
  status,
  overdue,
}: Pick<InvoiceRowFragment, 'status' | 'overdue'>): InvoiceState {
  return overdue && (status === 'OPEN' || status === 'PARTIALLY_PAID') ? 'OVERDUE' : status;
}
