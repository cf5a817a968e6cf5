import { port } from '@nexus/kit/graph';
import type { DocumentLinks } from '../domain/document.js';
import type { PaymentGateway } from '../domain/payment-gateway.js';
import type { Reader } from './outgoing-mail.js';

/** Whoever moves the money; the sandbox gateway unless the host plugs in another. */
export const paymentGateway = port<PaymentGateway>('billing.gateway');

/** Makes links to PDFs; see `hmacDocumentLinks`. */
export const documentLinks = port<DocumentLinks>('billing.documentLinks');

export interface InvoiceMessage {
  /** Equal ids are one message: it is handed over at least once. */
  readonly id: string;
  readonly tenantId: string;
  readonly to: Reader;
  readonly subject: string;
  readonly text: string;
}

/** Takes messages over for delivery. */
export interface InvoiceMail {
  /** Address of the clients' portal, `https://nexus.example/client`: links in letters lead there. */
  readonly portal: string;
  /** A throw means: try again later. */
  send(message: InvoiceMessage): Promise<void>;
}

export const invoiceMail = port<InvoiceMail>('billing.mail');
