import { decideAccess, type Principal } from '@nexus/kit/domain';
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

const OPEN: ReadonlySet<InvoiceStatus> = new Set(['OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE']);

/** Whether the principal could pay it now: the affordance that portals show. */
export function canPayInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  return OPEN.has(invoice.status) && mayInvoice(principal, 'pay', invoice);
}

export function canFinalizeInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  return invoice.status === 'DRAFT' && mayInvoice(principal, 'finalize', invoice);
}

export function canSendInvoice(principal: Principal, invoice: InvoiceAttributes): boolean {
  const sendable = invoice.status !== 'DRAFT' && invoice.status !== 'VOID';
  return sendable && mayInvoice(principal, 'send', invoice);
}
