import { decideAccess, holdsScope, type Principal } from '@nexus/kit/domain';
import type { InvoiceStatus } from '../domain/invoice.state.js';

/** What conditions may name of an invoice. */
export interface InvoiceAttributes {
  readonly clientId: string;
  readonly projectId: string | null;
  /** Manager of the project that the invoice is about; null where it is about none. */
  readonly projectManagerId: string | null;
  readonly status: InvoiceStatus;
}

/** What people do with invoices, and the scope that each needs. */
const SCOPES = {
  read: 'billing:read',
  edit: 'billing:write',
  finalize: 'billing:write',
  void: 'billing:write',
  credit: 'billing:write',
  send: 'billing:send',
  pay: 'billing:pay',
  record: 'billing:write',
  writeOff: 'billing:approve',
} as const;
export type InvoiceAction = keyof typeof SCOPES;

/** Drafts are the seller's own business: no client user sees one. */
function hiddenFrom(principal: Principal, { status }: InvoiceAttributes): boolean {
  return principal.kind === 'CLIENT' && status === 'DRAFT';
}

/** Whether the principal may do this to the invoice, its state aside. */
export function mayInvoice(
  principal: Principal,
  action: InvoiceAction,
  invoice: InvoiceAttributes,
): boolean {
  if (hiddenFrom(principal, invoice)) return false;
  return decideAccess(principal, SCOPES[action], { ...invoice }).allow;
}

/** What decides beside the attributes whether an invoice lets itself be voided or credited now. */
export interface InvoiceProgress extends InvoiceAttributes {
  /** Sent to the client, or seen by them. */
  readonly reachedClient: boolean;
  /** Money or a credit note has touched it, or a payment is on its way. */
  readonly touched: boolean;
}

const inAny = (...statuses: readonly InvoiceStatus[]): ReadonlySet<InvoiceStatus> =>
  new Set(statuses);
const PAYABLE = inAny('OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE');
const CREDITABLE = inAny('OPEN', 'PARTIALLY_PAID', 'PAID');
const OWING = inAny('OPEN', 'PARTIALLY_PAID');

/** Whether the principal could pay it now: the affordance that portals show. */
export function canPayInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  return PAYABLE.has(invoice.status) && mayInvoice(principal, 'pay', invoice);
}

/** Whether lines and details could be changed now, or the draft deleted. */
export function canEditInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  return invoice.status === 'DRAFT' && mayInvoice(principal, 'edit', invoice);
}

export function canFinalizeInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  return invoice.status === 'DRAFT' && mayInvoice(principal, 'finalize', invoice);
}

export function canSendInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  const sendable = invoice.status !== 'DRAFT' && invoice.status !== 'VOID';
  return sendable && mayInvoice(principal, 'send', invoice);
}

/** Only what nobody outside has seen and no money touches is voided. */
export function canVoidInvoice(principal: Principal, invoice: InvoiceProgress): boolean {
  const untouched = !invoice.reachedClient && !invoice.touched;
  return untouched && CREDITABLE.has(invoice.status) && mayInvoice(principal, 'void', invoice);
}

/** `left`: whether something is not credited yet. */
export function canCreditInvoice(
  principal: Principal,
  invoice: InvoiceAttributes & { readonly left: boolean },
): boolean {
  return invoice.left && CREDITABLE.has(invoice.status) && mayInvoice(principal, 'credit', invoice);
}

export function canWriteOffInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  return OWING.has(invoice.status) && mayInvoice(principal, 'writeOff', invoice);
}

/** Whether money that came by another way could be recorded now. */
export function canRecordPayment(principal: Principal, invoice: InvoiceAttributes): boolean {
  return PAYABLE.has(invoice.status) && mayInvoice(principal, 'record', invoice);
}

/** Who may draft invoices at all. */
export function canDraftInvoices(principal: Principal): boolean {
  return principal.kind !== 'CLIENT' && holdsScope(principal, 'billing:write');
}
