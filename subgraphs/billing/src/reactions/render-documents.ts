import { reaction } from '@nexus/kit/consumers';
import type { DocumentContent, RenderDocument } from '../domain/document.js';
import { invoice } from '../domain/invoice.aggregate.js';
import { isIssued } from '../domain/invoice.state.js';
import { storeDocument } from '../guards/documents.js';
import type { BillingLog } from '../read/billing-log.js';
import { BILLING_DOCUMENTS } from '../read/consumer-names.js';
import { priceText } from '../read/invoice-line.type.js';

/** Rendered after the commit, stored once. What the client gets is what was stored. */
export const renderDocuments = (render: RenderDocument) =>
  reaction<BillingLog>()({
    name: BILLING_DOCUMENTS,
    on: {
      'billing.InvoiceFinalized': async ({ data }, tx) => {
        const { state } = await tx.load(invoice, data.invoiceId);
        // A voided invoice needs no document any more.
        if (!isIssued(state)) return;
        const bytes = await render({
          ...pick(data),
          kind: 'INVOICE',
          locale: tx.ctx.locale,
          dueDate: data.dueDate,
          forInvoice: null,
          poNumber: state.poNumber,
          lines: state.lines.map(({ description, quantity, unitPrice, discount, net }) => ({
            ...{ description, quantity, discount, net },
            unitPrice: priceText(unitPrice, net.currency),
          })),
          taxReason: state.tax.reason,
          text: state.notes,
        });
        const { invoiceId: id, clientId, number } = data;
        await storeDocument(tx, { id, clientId, fileName: `${number}.pdf`, bytes });
      },
      'billing.CreditNoteIssued': async ({ data }, tx) => {
        const bytes = await render({
          ...pick(data),
          kind: 'CREDIT_NOTE',
          locale: tx.ctx.locale,
          dueDate: null,
          forInvoice: data.invoiceNumber,
          poNumber: null,
          lines: data.lines.map(({ description, net }) => ({
            ...{ description, net, quantity: null, unitPrice: null, discount: null },
          })),
          taxReason: null,
          text: data.reason,
        });
        const { creditNoteId: id, clientId, number } = data;
        await storeDocument(tx, { id, clientId, fileName: `${number}.pdf`, bytes });
      },
    },
  });

type Common = Pick<
  DocumentContent,
  'number' | 'issueDate' | 'seller' | 'buyer' | 'net' | 'total'
> & { readonly taxBreakdown: DocumentContent['breakdown'] };

function pick({ number, issueDate, seller, buyer, net, total, taxBreakdown }: Common) {
  return { number, issueDate, seller, buyer, net, total, breakdown: taxBreakdown };
}
