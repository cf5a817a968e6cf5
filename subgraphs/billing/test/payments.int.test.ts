import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientUser, type TestHouse } from '@nexus/kit/testing';
import fc from 'fast-check';
import { billing, type PaymentGateway } from '../src/index.js';
import {
  type BillingHouse,
  booksDifference,
  change,
  done,
  finance,
  newClient,
  openBillingHouse,
  openInvoice,
} from './support/billing-house.js';

let house: BillingHouse;
beforeAll(async () => {
  house = await openBillingHouse();
});
afterAll(() => house.close());

const visa = { sandbox: 'tok_visa' };
const pay = (id: string, input: Record<string, unknown> = {}) =>
  change(house, 'invoicePay', { id, method: visa, ...input });
const euros = (amount: string) => ({ amount, currency: 'EUR' });

async function charges(of: TestHouse): Promise<number> {
  const [row] = await of.database.sql<{ n: string }>(
    `SELECT count(*) AS n FROM billing.sandbox_charge WHERE status = 'SUCCEEDED'`,
  );
  return Number(row?.n);
}

async function sweep(): Promise<void> {
  await billing.jobs?.find(({ name }) => name === 'billing.sweep-payments')?.run(house.runtime, {});
}

describe('a payment through the gateway', () => {
  it('sends a receipt to whoever pays for the client, once, and none where it was declined', async () => {
    const { invoice, clientId } = await openInvoice(house);
    await pay(invoice.id, { method: { sandbox: 'tok_declined' } });
    const { payment } = await pay(invoice.id, { amount: euros('42.80') });
    await house.settled(finance);
    const deliver = billing.jobs?.find(({ name }) => name === 'billing.deliver-mail');
    await deliver?.run(house.runtime, {});
    await deliver?.run(house.runtime, {});
    const letters = house.mails.filter(({ to }) => 'clientId' in to && to.clientId === clientId);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toBe(`Nordlicht GmbH: Receipt for ${invoice.number}`);
    expect(letters[0]?.text).toContain('100.00 EUR of it are still open');
    expect(letters[0]?.text).toMatch(
      new RegExp(`http://localhost/client/invoices/${invoice.id}/receipts/${payment?.id}$`),
    );
  });

  it('pays what is left, and books money and fee', async () => {
    const { invoice, clientId } = await openInvoice(house);
    const answer = await pay(invoice.id, { amount: euros('142.80') });
    expect(answer.errors).toEqual([]);
    expect(answer).toMatchObject({
      invoice: { status: 'PAID', paid: { amount: '142.80' }, remaining: { amount: '0.00' } },
      payment: { status: 'SUCCEEDED', amount: { amount: '142.80' } },
      actionUrl: null,
    });
    const lines = await house.database.sql<{ account: string; rest: string }>(
      `SELECT account, sum(debit_minor - credit_minor) AS rest FROM billing.journal_line
       WHERE client_id = $1 GROUP BY account ORDER BY account`,
      [clientId],
    );
    expect(lines).toMatchObject([
      { account: '1010', rest: '14066' },
      { account: '1200', rest: '0' },
      { account: '2100', rest: '-2280' },
      { account: '4000', rest: '-12000' },
      { account: '5000', rest: '214' },
    ]);
  });

  it('may come in parts, never above what is left', async () => {
    const { invoice } = await openInvoice(house);
    const first = await pay(invoice.id, { amount: euros('100.00') });
    expect(first.invoice).toMatchObject({
      status: 'PARTIALLY_PAID',
      remaining: { amount: '42.80' },
    });
    const over = await pay(invoice.id, { amount: euros('42.81') });
    expect(over.errors).toMatchObject([
      { rule: 'PAYMENT_EXCEEDS_REMAINING', path: ['input', 'amount', 'amount'] },
    ]);
    expect(done(await pay(invoice.id)).status).toBe('PAID');
    expect((await pay(invoice.id)).errors[0]?.rule).toBe('INVOICE_NOT_OPEN');
  });

  it.each([
    [{ amount: euros('0.00') }, 'AMOUNT_NOT_POSITIVE', ['amount', 'amount']],
    [{ amount: { amount: '1.00', currency: 'USD' } }, 'CURRENCY_MISMATCH', ['amount', 'currency']],
    [{ amount: euros('1.001') }, 'TOO_MANY_DECIMALS', ['amount', 'amount']],
    [{ method: null }, 'PAYMENT_METHOD_REQUIRED', ['method']],
    [{ method: { sandbox: 'visa' } }, 'PAYMENT_METHOD_UNKNOWN', ['method', 'sandbox']],
    [{ method: { sandbox: '4242424242424242' } }, 'CARD_DATA_NOT_ACCEPTED', ['method', 'sandbox']],
    [{ idempotencyKey: null }, 'IDEMPOTENCY_KEY_REQUIRED', ['idempotencyKey']],
  ])('refuses %o', async (input, rule, path) => {
    const { invoice } = await openInvoice(house);
    const { errors } = await pay(invoice.id, input);
    expect(errors).toMatchObject([{ rule, path: ['input', ...path] }]);
    const stored = await house.database.sql(
      `SELECT FROM kit.event WHERE data::text LIKE '%4242424242424242%'`,
    );
    expect(stored).toEqual([]);
  });

  it.each([
    ['tok_declined', 'card_declined'],
    ['tok_insufficient_funds', 'insufficient_funds'],
  ])('with %s is declined, and the invoice stays open', async (sandbox, failureCode) => {
    const { invoice } = await openInvoice(house);
    const answer = await pay(invoice.id, { method: { sandbox } });
    expect(answer).toMatchObject({
      invoice: { status: 'OPEN' },
      payment: { status: 'FAILED', failureCode },
      errors: [{ code: 'PAYMENT_DECLINED', rule: 'PAYMENT_DECLINED' }],
    });
    expect(done(await pay(invoice.id)).status).toBe('PAID');
  });

  it('that needs its payer waits for them at a link', async () => {
    const { invoice } = await openInvoice(house);
    const first = await pay(invoice.id, { method: { sandbox: 'tok_requires_action' } });
    expect(first).toMatchObject({
      payment: { status: 'REQUIRES_ACTION' },
      errors: [{ code: 'PAYMENT_ACTION_REQUIRED' }],
    });
    const second = await pay(invoice.id);
    expect(second.payment?.id).toBe(first.payment?.id);
    const ref = first.actionUrl?.split('/').at(-1) ?? '';
    expect(await house.gateway.answer(finance.tenantId, ref, true)).toBe(true);
    const refreshed = await change(house, 'paymentRefresh', { id: first.payment?.id });
    expect(refreshed).toMatchObject({
      invoice: { status: 'PAID' },
      payment: { status: 'SUCCEEDED' },
    });
  });

  it('that nobody confirms is given up after an hour', async () => {
    const { invoice } = await openInvoice(house);
    await pay(invoice.id, { method: { sandbox: 'tok_requires_action' } });
    house.clock.advance(61 * 60_000);
    await sweep();
    expect(done(await pay(invoice.id)).status).toBe('PAID');
  });

  it('charges once for one key, fifty times at once, with fifty equal answers', async () => {
    const { invoice } = await openInvoice(house);
    const before = await charges(house);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => pay(invoice.id, { idempotencyKey: 'pay-once' })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.invoice?.status).toBe('PAID');
    expect(await charges(house)).toBe(before + 1);
  });

  it('charges once for two tabs with keys of their own', async () => {
    const { invoice } = await openInvoice(house);
    const before = await charges(house);
    const answers = await Promise.all(Array.from({ length: 6 }, () => pay(invoice.id)));
    expect(await charges(house)).toBe(before + 1);
    expect(answers.some((answer) => answer.invoice?.status === 'PAID')).toBe(true);
    for (const { errors } of answers) {
      expect(
        errors.every(({ rule }) => ['INVOICE_NOT_OPEN', 'PAYMENT_PENDING'].includes(rule)),
      ).toBe(true);
    }
  });

  it('whose gateway does not answer stays pending, and the sweep finishes it', async () => {
    const { invoice } = await openInvoice(house);
    const lost: PaymentGateway = {
      name: 'sandbox',
      // The charge goes through, its answer is lost: what a crash looks like from here.
      async charge(request) {
        await house.gateway.charge(request);
        throw new TypeError('socket hang up');
      },
      cancel: (tenantId, key) => house.gateway.cancel(tenantId, key),
    };
    house.plug(lost);
    const before = await charges(house);
    const answer = await pay(invoice.id);
    expect(answer).toMatchObject({ invoice: { status: 'OPEN' }, payment: { status: 'PENDING' } });
    house.plug(house.gateway);
    house.clock.advance(60_000);
    await sweep();
    await sweep();
    const refreshed = await change(house, 'paymentRefresh', { id: answer.payment?.id });
    expect(refreshed.invoice).toMatchObject({ status: 'PAID' });
    expect(await charges(house)).toBe(before + 1);
    expect(await booksDifference(house)).toBe(0);
  });

  it('may be made by a client’s billing contact for an own invoice', async () => {
    const { invoice, clientId } = await openInvoice(house);
    const user = clientUser(clientId, ['billing:read', 'billing:pay']);
    const reader = clientUser(clientId, ['billing:read']);
    const input = { id: invoice.id, method: visa };
    await expect(change(house, 'invoicePay', input, reader)).rejects.toThrow('You may not');
    expect(done(await change(house, 'invoicePay', input, user)).status).toBe('PAID');
  });
});

describe('money that came by another way', () => {
  it('is recorded, and what exceeds the invoice is the client’s credit', async () => {
    const { invoice, clientId } = await openInvoice(house);
    const input = { invoiceId: invoice.id, valueDate: '2026-11-16', reference: 'SEPA 77' };
    const record = (more: object) =>
      change(house, 'paymentRecord', { ...input, kind: 'BANK_TRANSFER', ...more });
    const wrong = await record({ amount: euros('1.00'), kind: 'GATEWAY' });
    expect(wrong.errors[0]?.path).toEqual(['input', 'kind']);
    const future = await record({ amount: euros('1.00'), valueDate: '2027-01-01' });
    expect(future.errors[0]?.path).toEqual(['input', 'valueDate']);
    expect(done(await record({ amount: euros('150.00') })).status).toBe('PAID');
    const { _entities } = await house.as(finance).ask<{ _entities: object[] }>(
      `query($of: [_Any!]!) { _entities(representations: $of) { ... on Client {
         billingAccount { creditBalance { amount } } outstandingBalance { amount currency } } } }`,
      { of: [{ __typename: 'Client', id: clientId }] },
    );
    expect(_entities).toEqual([
      {
        billingAccount: { creditBalance: { amount: '7.20' } },
        outstandingBalance: { amount: '0.00', currency: 'EUR' },
      },
    ]);
  });
});

describe('the books', () => {
  it('balance after any sequence of payments, credits and write-offs', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('pay' as const), cents: fc.integer({ min: 1, max: 9_000 }) }),
      fc.record({
        kind: fc.constant('record' as const),
        cents: fc.integer({ min: 1, max: 9_000 }),
      }),
      fc.record({
        kind: fc.constant('credit' as const),
        cents: fc.integer({ min: 1, max: 7_000 }),
      }),
      fc.record({
        kind: fc.constantFrom('creditAll' as const, 'writeOff' as const),
        cents: fc.constant(0),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const { invoice, clientId } = await openInvoice(house);
        const { id: invoiceId } = invoice;
        const lineId = invoice.lines.nodes[0]?.id;
        for (const { kind, cents } of steps) {
          const amount = euros((cents / 100).toFixed(2));
          if (kind === 'pay') await pay(invoiceId, { amount });
          else if (kind === 'record') {
            const facts = { valueDate: '2026-11-16', kind: 'CASH', reference: 'till' };
            await change(house, 'paymentRecord', { invoiceId, amount, ...facts });
          } else if (kind === 'credit') {
            const lines = [{ lineId, net: amount }];
            await change(house, 'creditNoteIssue', { invoiceId, reason: 'part', lines });
          } else if (kind === 'creditAll') {
            await change(house, 'creditNoteIssue', { invoiceId, reason: 'all' });
          } else await change(house, 'invoiceWriteOff', { id: invoiceId, reason: 'lost' });
        }
        expect(await booksDifference(house)).toBe(0);
        const [owed] = await house.database.sql<{ ledger: string; invoices: string }>(
          `SELECT (SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM billing.journal_line
                   WHERE account = '1200' AND client_id = $1) AS ledger,
                  (SELECT coalesce(sum(remaining_minor), 0) FROM billing.invoice
                   WHERE status IN ('OPEN', 'PARTIALLY_PAID') AND client_id = $1) AS invoices`,
          [clientId],
        );
        expect(owed?.ledger).toBe(owed?.invoices);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('show it in the trial balance', async () => {
    await newClient(house);
    const { trialBalance } = await house.as(finance).ask<{
      trialBalance: { balanced: boolean; lines: { account: string }[] };
    }>(
      `{ trialBalance { at balanced lines { account name currency debit { amount } credit { amount } balance { amount } } } }`,
    );
    expect(trialBalance.balanced).toBe(true);
    expect(trialBalance.lines.map(({ account }) => account)).toContain('1200');
  });

  it('are closed to client users', async () => {
    const user = clientUser(await newClient(house), ['billing:read', 'billing:ledger:read']);
    const { errors } = await house.as(user).execute('{ trialBalance { balanced } }');
    expect(errors?.[0]?.message).toBe('The books are the seller’s own.');
  });
});
