import { describe, expect, it } from '@jest/globals';
import type { Condition, Principal } from '@nexus/kit/domain';
import { clientUser, staff, testUser } from '@nexus/kit/testing';
import { canReadBillables } from '../src/policies/billable-item.policy.js';
import { canConfigureBiller } from '../src/policies/biller.policy.js';
import { canReadAccount, canWriteAccount } from '../src/policies/billing-account.policy.js';
import {
  canCreditInvoice,
  canDraftInvoices,
  canEditInvoice,
  canFinalizeInvoice,
  canPayInvoice,
  canRecordPayment,
  canSendInvoice,
  canVoidInvoice,
  canWriteOffInvoice,
  type InvoiceAction,
  type InvoiceAttributes,
  mayInvoice,
} from '../src/policies/invoice.policy.js';
import { canReadLedger } from '../src/policies/ledger.policy.js';
import { CLIENT, PROJECT } from './support/invoices.js';

const OTHER_CLIENT = 'cli_00000000000000000000000001';
const managing: Condition = {
  op: 'eq',
  left: { attr: 'resource.projectManagerId' },
  right: { attr: 'subject.userId' },
};
const everything = ['read', 'write', 'send', 'pay', 'approve', 'ledger:read'].map(
  (s) => `billing:${s}`,
);
const managerScopes = ['billing:read', 'billing:write'];

const actors: Record<string, Principal> = {
  finance: staff(everything),
  engagement: staff(['billing:read', 'billing:write', 'billing:send', 'billing:pay']),
  manager: staff(managerScopes, {
    conditions: Object.fromEntries(managerScopes.map((scope) => [scope, [managing]])),
  }),
  employee: staff([]),
  auditor: staff(['billing:read', 'billing:ledger:read']),
  payer: clientUser(CLIENT, ['billing:read', 'billing:pay']),
  reader: clientUser(CLIENT, ['billing:read']),
  foreigner: clientUser(OTHER_CLIENT, ['billing:read', 'billing:pay']),
};

const invoice = (status: InvoiceAttributes['status'], own = true): InvoiceAttributes => ({
  ...{ clientId: CLIENT, projectId: PROJECT, status },
  projectManagerId: own ? testUser(1) : testUser(2),
});

const ACTIONS: readonly InvoiceAction[] = [
  'read',
  'edit',
  'finalize',
  'void',
  'credit',
  'send',
  'pay',
  'record',
  'writeOff',
];
const allowed = (who: string, what: InvoiceAttributes) =>
  ACTIONS.filter((action) => mayInvoice(actors[who] as Principal, action, what));

describe('what may be done to an invoice', () => {
  const write = ['edit', 'finalize', 'void', 'credit', 'record'];
  const order = (actions: readonly string[]) =>
    ACTIONS.filter((action) => actions.includes(action));

  it.each([
    ['finance', [...write, 'read', 'send', 'pay', 'writeOff']],
    ['engagement', [...write, 'read', 'send', 'pay']],
    ['manager', [...write, 'read']],
    ['employee', []],
    ['auditor', ['read']],
    ['payer', ['read', 'pay']],
    ['reader', ['read']],
    ['foreigner', []],
  ])('by %s: %o', (who, actions) => {
    expect(allowed(who, invoice('OPEN'))).toEqual(order(actions));
  });

  it('by a manager of another project: nothing', () => {
    expect(allowed('manager', invoice('OPEN', false))).toEqual([]);
  });

  it.each(['payer', 'reader'])('by %s while it is a draft: nothing', (who) => {
    expect(allowed(who, invoice('DRAFT'))).toEqual([]);
  });
});

describe('affordances', () => {
  const statuses = ['DRAFT', 'OPEN', 'PARTIALLY_PAID', 'PAID', 'VOID', 'UNCOLLECTIBLE'] as const;
  const where = (can: (actor: Principal, of: InvoiceAttributes) => boolean, who: string) =>
    statuses.filter((status) => can(actors[who] as Principal, invoice(status)));

  it.each([
    ['pay', canPayInvoice, 'payer', ['OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE']],
    ['pay', canPayInvoice, 'reader', []],
    ['finalize', canFinalizeInvoice, 'finance', ['DRAFT']],
    ['finalize', canFinalizeInvoice, 'payer', []],
    ['send', canSendInvoice, 'engagement', ['OPEN', 'PARTIALLY_PAID', 'PAID', 'UNCOLLECTIBLE']],
    ['send', canSendInvoice, 'manager', []],
    ['edit', canEditInvoice, 'manager', ['DRAFT']],
    ['edit', canEditInvoice, 'auditor', []],
    ['write off', canWriteOffInvoice, 'finance', ['OPEN', 'PARTIALLY_PAID']],
    ['write off', canWriteOffInvoice, 'engagement', []],
    ['record a payment', canRecordPayment, 'manager', ['OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE']],
    ['record a payment', canRecordPayment, 'payer', []],
  ] as const)('%s: %p by %s in %o', (_, can, who, expected) => {
    expect(where(can, who)).toEqual(expected);
  });
});

describe('what has happened to an invoice counts too', () => {
  const fresh = { ...invoice('OPEN'), reachedClient: false, touched: false };
  const { finance, payer } = actors as { finance: Principal; payer: Principal };

  it.each([
    ['fresh', finance, fresh, true],
    ['sent', finance, { ...fresh, reachedClient: true }, false],
    ['touched by money', finance, { ...fresh, touched: true }, false],
    ['a draft', finance, { ...fresh, status: 'DRAFT' as const }, false],
    ['fresh, but by its payer', payer, fresh, false],
  ])('void: %s', (_, who, what, expected) => {
    expect(canVoidInvoice(who, what)).toBe(expected);
  });

  it.each([
    ['something is left', finance, 'OPEN', true, true],
    ['it is paid and something is left', finance, 'PAID', true, true],
    ['nothing is left', finance, 'OPEN', false, false],
    ['it is written off', finance, 'UNCOLLECTIBLE', true, false],
    ['by its payer', payer, 'OPEN', true, false],
  ] as const)('credit: %s', (_, who, status, left, expected) => {
    expect(canCreditInvoice(who, { ...invoice(status), left })).toBe(expected);
  });
});

describe('what is the seller’s own', () => {
  const who = (check: (actor: Principal) => boolean) =>
    Object.keys(actors).filter((name) => check(actors[name] as Principal));

  it('the books are for those with the scope, never for clients', () => {
    expect(who(canReadLedger)).toEqual(['finance', 'auditor']);
    expect(canReadLedger(clientUser(CLIENT, ['billing:ledger:read']))).toBe(false);
  });

  it('what is not invoiced yet is for staff', () => {
    const item = { clientId: CLIENT, projectId: PROJECT, projectManagerId: testUser(1) };
    const readers = ['finance', 'engagement', 'manager', 'auditor'];
    expect(who((actor) => canReadBillables(actor, item))).toEqual(readers);
  });

  it('drafts are begun by who writes, settings changed by who administers', () => {
    expect(who(canDraftInvoices)).toEqual(['finance', 'engagement', 'manager']);
    expect(canDraftInvoices(clientUser(CLIENT, ['billing:write']))).toBe(false);
    expect(canConfigureBiller(staff(['billing:admin']))).toBe(true);
    expect(who(canConfigureBiller)).toEqual([]);
  });

  it('an account is read by its client and written by staff', () => {
    const readers = ['finance', 'engagement', 'auditor', 'payer', 'reader'];
    expect(who((actor) => canReadAccount(actor, { clientId: CLIENT }))).toEqual(readers);
    expect(who((actor) => canWriteAccount(actor, { clientId: CLIENT }))).toEqual([
      'finance',
      'engagement',
    ]);
  });
});
