import { reaction } from '@nexus/kit/consumers';
import { localDate } from '@nexus/kit/domain';
import { invoice } from '../domain/invoice.aggregate.js';
import { isIssued } from '../domain/invoice.state.js';
import { receiptLetter } from '../domain/letters.js';
import { payment } from '../domain/payment.aggregate.js';
import { queueLetter } from '../guards/outgoing-mail.js';
import type { BillingLog } from '../read/billing-log.js';

/** Nobody wants a receipt that comes later: history that is seeded or imported sends none. */
const LATEST_MS = 3 * 86_400_000;

/** Whoever pays a client's invoices is told of money that came, however it came. */
export const sendReceipts = reaction<BillingLog>()({
  name: 'billing.send-receipts',
  on: {
    'billing.PaymentSucceeded': async ({ data, occurredAt }, tx) => {
      if (tx.ctx.now.getTime() - occurredAt.getTime() > LATEST_MS) return;
      const { paymentId, invoiceId, clientId, amount } = data;
      const [{ state }, { state: paid }] = [
        await tx.load(invoice, invoiceId),
        await tx.load(payment, paymentId),
      ];
      if (!isIssued(state) || paid.status === 'NONE') return;
      const { number, seller, remaining } = state;
      const { timeZone, locale } = tx.ctx;
      const { method } = paid;
      const on = method.kind === 'GATEWAY' ? localDate(occurredAt, timeZone) : method.valueDate;
      await queueLetter(tx, {
        ...receiptLetter({ locale, seller: seller.legalName, number, amount, remaining, on }),
        to: [{ clientId }],
        page: `/invoices/${invoiceId}/receipts/${paymentId}`,
      });
    },
  },
});
