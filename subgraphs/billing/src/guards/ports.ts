import type { WriteSession } from '@nexus/kit/events';
import { port } from '@nexus/kit/graph';
import type { DocumentLinks } from '../domain/document.js';
import type { PaymentGateway } from '../domain/payment-gateway.js';

/** Whoever moves the money; the sandbox gateway unless the host plugs in another. */
export const paymentGateway = port<PaymentGateway>('billing.gateway');

/** Makes links to PDFs; see `hmacDocumentLinks`. */
export const documentLinks = port<DocumentLinks>('billing.documentLinks');

export interface InvoiceMessage {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Takes a message into the sender's outbox, in the writing transaction: sent once it is committed, or not at all. */
export interface InvoiceMail {
  enqueue(tx: WriteSession, message: InvoiceMessage): Promise<void>;
}

export const invoiceMail = port<InvoiceMail>('billing.mail');
