import type { Money } from '@nexus/kit/domain';
import type { CreditRequest } from './credit.js';
import type { InvoiceDrafted } from './invoice.events.js';
import type { LineContent, LineDraft } from './invoice-line.js';
import type { Buyer, Seller } from './parties.js';
import type { TaxTreatment } from './tax-decision.js';

/** The tax as it would be decided now; carried by every command that may change a total. */
interface Taxed {
  readonly tax: TaxTreatment;
}

export type DraftCommand =
  | ({ readonly type: 'draft' } & Omit<InvoiceDrafted, 'lines'> & {
        readonly lines: readonly LineDraft[];
      })
  | ({ readonly type: 'addLine'; readonly line: LineDraft } & Taxed)
  | ({
      readonly type: 'changeLine';
      readonly lineId: string;
      readonly to: Partial<LineContent>;
    } & Taxed)
  | ({ readonly type: 'removeLine'; readonly lineId: string } & Taxed)
  /** Seller or buyer changed: a draft shows at once what it would come to. */
  | ({ readonly type: 'retax' } & Taxed)
  /** The source is no longer billable (its approval was taken back): it leaves the draft. */
  | { readonly type: 'dropSource'; readonly sourceId: string }
  | {
      readonly type: 'changeDetails';
      readonly terms?: number;
      readonly notes?: string | null;
      readonly poNumber?: string | null;
    }
  | { readonly type: 'deleteDraft' }
  | ({
      readonly type: 'finalize';
      readonly number: string;
      readonly issueDate: string;
      readonly seller: Seller;
      readonly buyer: Buyer;
    } & Taxed);

export type IssuedCommand =
  | { readonly type: 'send'; readonly channel: 'EMAIL' | 'OTHER'; readonly message: string | null }
  | { readonly type: 'view' }
  | { readonly type: 'startPayment'; readonly paymentId: string; readonly amount: Money | null }
  | { readonly type: 'endPayment'; readonly paymentId: string }
  /** Money came in. It cannot be refused: what exceeds the open amount is the client's credit. */
  | {
      readonly type: 'applyPayment';
      readonly paymentId: string;
      readonly amount: Money;
      readonly on: string;
    }
  | {
      readonly type: 'credit';
      readonly creditNoteId: string;
      readonly number: string;
      readonly issueDate: string;
      readonly request: CreditRequest;
      readonly reason: string;
    }
  | { readonly type: 'void'; readonly reason: string }
  | { readonly type: 'writeOff'; readonly reason: string }
  | { readonly type: 'reportOverdue'; readonly today: string };

export type InvoiceCommand = DraftCommand | IssuedCommand;
