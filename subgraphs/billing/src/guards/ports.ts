import { port } from '@nexus/kit/graph';
import type { DocumentLinks } from '../domain/document.js';
import type { PaymentGateway } from '../domain/payment-gateway.js';

/** Whoever moves the money; the sandbox gateway unless the host plugs in another. */
export const paymentGateway = port<PaymentGateway>('billing.gateway');

/** Makes links to PDFs; see `hmacDocumentLinks`. */
export const documentLinks = port<DocumentLinks>('billing.documentLinks');

export interface InvoiceMessage {
  /** Equal ids are one message: it is handed over at least once. */
  readonly id: string;
  readonly tenantId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Takes messages over for delivery. A throw means: try again later. */
export interface InvoiceMail {
  send(message: InvoiceMessage): Promise<void>;
}

export const invoiceMail = port<InvoiceMail>('billing.mail');
