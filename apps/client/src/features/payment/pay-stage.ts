import type { PayableFragment, PayablePaymentFragment } from './payable.generated.js';

/** Where the payer is: at the card, at their bank's question, waiting for the gateway, done, or with nothing to pay. */
export type PayStage =
  | { readonly step: 'card'; readonly declined: PayablePaymentFragment | undefined }
  | { readonly step: 'confirm'; readonly payment: PayablePaymentFragment }
  | { readonly step: 'wait'; readonly payment: PayablePaymentFragment }
  | { readonly step: 'done'; readonly payment: PayablePaymentFragment | undefined }
  | { readonly step: 'closed' };

/**
 * Read from the invoice itself, so that a reload and another window show the same.
 * @param begun payments of this visit: only their refusal is still news
 */
export function stageOf(invoice: PayableFragment, begun: ReadonlySet<string>): PayStage {
  const { payments, status, viewerCanPay } = invoice;
  const last = payments.at(-1);
  const open = payments.find((payment) => payment.status === 'REQUIRES_ACTION');
  if (open) return { step: 'confirm', payment: open };
  const pending = payments.find((payment) => payment.status === 'PENDING');
  if (pending) return { step: 'wait', payment: pending };
  const succeeded = payments.filter((payment) => payment.status === 'SUCCEEDED').at(-1);
  if (succeeded && begun.has(succeeded.id)) return { step: 'done', payment: succeeded };
  if (status === 'PAID') return { step: 'done', payment: succeeded };
  if (!viewerCanPay) return { step: 'closed' };
  const isNews = last?.status === 'FAILED' && begun.has(last.id);
  return { step: 'card', declined: isNews ? last : undefined };
}
