import type { Money } from '@nexus/kit/domain';
import type { TaxLine } from '../../events.js';
import type { Buyer, Seller } from './parties.js';
import type { TaxReason } from './tax-decision.js';

/** All that stands on a document. The same content gives the same bytes, whenever it is rendered. */
export interface DocumentContent {
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  readonly locale: string;
  readonly number: string;
  readonly issueDate: string;
  readonly dueDate: string | null;
  readonly forInvoice: string | null;
  readonly poNumber: string | null;
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly lines: readonly DocumentLine[];
  readonly breakdown: readonly TaxLine[];
  readonly net: Money;
  readonly total: Money;
  readonly taxReason: TaxReason | null;
  readonly text: string | null;
}

export interface DocumentLine {
  readonly description: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly discount: Money | null;
  readonly net: Money;
}

/** Makes a file of a document. */
export type RenderDocument = (content: DocumentContent) => Promise<Uint8Array>;

/** What a link opens, until when. */
export interface DocumentGrant {
  readonly tenantId: string;
  /** An invoice or a credit note. */
  readonly documentId: string;
  readonly expiresAt: Date;
}

/** Makes and checks links to documents that need no sign-in for a while. */
export interface DocumentLinks {
  sign(grant: DocumentGrant): string;
  /** What the last part of a link's path grants now; undefined for a forged or expired one. */
  open(token: string, now: Date): DocumentGrant | undefined;
}

/** How long a link to a PDF opens it. */
export const LINK_MINUTES = 15;
