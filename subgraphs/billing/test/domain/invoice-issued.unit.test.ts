import { describe, expect, it } from '@jest/globals';
import { specification } from '@nexus/kit/testing';
import { invoice } from '../../src/domain/invoice.aggregate.js';
import type { InvoiceEvent } from '../../src/domain/invoice.events.js';
import {
  creditNoteId,
  entryId,
  euro,
  finalized,
  lineId,
  paymentId,
  REF,
  timeLine,
} from '../support/invoices.js';

const given = specification(invoice).given;
/** 840.00 net, 999.60 gross, due on 2026-12-16. */
const OPEN = finalized(timeLine(1, '7', '120', [1]));
const number = 'INV-2026-000001';

const started = (n = 1): InvoiceEvent => ({
  type: 'InvoicePaymentStarted',
  data: { ...REF, paymentId: paymentId(n) },
});
const applied = (minor: number, remaining: number, n = 1): InvoiceEvent => ({
  type: 'InvoicePaymentApplied',
  data: { ...REF, paymentId: paymentId(n), amount: euro(minor), remaining: euro(remaining) },
});
const paid: InvoiceEvent = {
  type: 'InvoicePaid',
  data: { ...REF, number, total: euro(99_960), paidAt: '2026-11-16T09:00:00.000Z', onTime: true },
};
const sent: InvoiceEvent = { type: 'InvoiceSent', data: { ...REF, number, channel: 'EMAIL' } };
const released: InvoiceEvent = {
  type: 'BillableItemsReleased',
  data: { ...REF, sources: [{ kind: 'TIME', id: entryId(1) }] },
};
const start = { type: 'startPayment' as const, paymentId: paymentId(1), amount: null };
const apply = (minor: number, on = '2026-11-16') => ({
  type: 'applyPayment' as const,
  ...{ paymentId: paymentId(1), amount: euro(minor), on },
});
const credit = (
  lines: { lineId: string; net: ReturnType<typeof euro> }[] | null,
  reason = 'wrong',
) => ({
  type: 'credit' as const,
  ...{ creditNoteId: creditNoteId(1), number: 'CN-2026-000001', issueDate: '2026-11-16', reason },
  request: lines ? { full: false as const, lines } : { full: true as const },
});

it('is seen by the client once, whether it was sent before or not', async () => {
  const seen: InvoiceEvent = { type: 'InvoiceViewed', data: REF };
  await given(OPEN).when({ type: 'view' }).then([seen]);
  await given(OPEN, sent).when({ type: 'view' }).then([seen]);
  await given(OPEN, sent, seen).when({ type: 'view' }).then([]);
});

describe('payments of an invoice', () => {
  it('begin one at a time', async () => {
    await given(OPEN).when(start).then([started()]);
    await given(OPEN, started()).when(start).thenRefused('PAYMENT_PENDING', ['id']);
  });

  it.each([
    [euro(99_961), 'PAYMENT_EXCEEDS_REMAINING', ['amount', 'amount']],
    [euro(0), 'AMOUNT_NOT_POSITIVE', ['amount', 'amount']],
    [{ minor: 1, currency: 'USD' }, 'CURRENCY_MISMATCH', ['amount', 'currency']],
  ] as const)('of %o are refused', async (amount, rule, path) => {
    await given(OPEN)
      .when({ ...start, amount })
      .thenRefused(rule, path);
  });

  it('in part leave the rest, in full end it', async () => {
    await given(OPEN, started())
      .when(apply(60_000))
      .then([applied(60_000, 39_960)]);
    await given(OPEN, applied(60_000, 39_960))
      .when(apply(39_960))
      .then([applied(39_960, 0), paid]);
  });

  it('after the due date are late', async () => {
    const late = { ...paid.data, onTime: false };
    await given(OPEN)
      .when(apply(99_960, '2026-12-17'))
      .then([applied(99_960, 0), { type: 'InvoicePaid', data: late } as InvoiceEvent]);
  });

  it('that bring too much fill the invoice and no more', async () => {
    await given(OPEN)
      .when(apply(100_000))
      .then([applied(99_960, 0), paid]);
  });

  it('that failed make room for the next', async () => {
    const end = { type: 'endPayment' as const, paymentId: paymentId(1) };
    const ended: InvoiceEvent = {
      type: 'InvoicePaymentEnded',
      data: { ...REF, paymentId: paymentId(1) },
    };
    await given(OPEN, started()).when(end).then([ended]);
    await given(OPEN, started(2)).when(end).then([]);
    await given(OPEN, started(), ended).when(start).then([started()]);
  });
});

describe('credit notes', () => {
  const line = { lineId: lineId(1) };

  it('in full take everything back and free the time', async () => {
    await given(OPEN)
      .when(credit(null))
      .then((decision) => {
        if (!decision.ok) throw new TypeError('refused');
        const [note, ...rest] = decision.events;
        expect(note?.data).toMatchObject({
          total: euro(99_960),
          settles: euro(99_960),
          full: true,
          taxBreakdown: [{ category: 'S', rate: '19', net: euro(84_000), tax: euro(15_960) }],
          byProject: [{ projectId: REF.projectId, net: euro(84_000) }],
        });
        expect(rest).toEqual([released]);
      });
  });

  it('never exceed the invoice or a line', async () => {
    await given(OPEN)
      .when(credit([{ ...line, net: euro(84_001) }]))
      .thenRefused('CREDIT_EXCEEDS_INVOICE', ['lines', '0', 'net', 'amount']);
    await given(OPEN)
      .when(
        credit([
          { ...line, net: euro(50_000) },
          { ...line, net: euro(34_001) },
        ]),
      )
      .thenRefused('CREDIT_EXCEEDS_INVOICE', ['lines', '1', 'net', 'amount']);
  });

  it.each([
    [[{ lineId: 'lin_x', net: euro(1) }], 'LINE_NOT_FOUND', ['lines', '0', 'lineId']],
    [[{ ...line, net: euro(0) }], 'AMOUNT_NOT_POSITIVE', ['lines', '0', 'net', 'amount']],
    [
      [{ ...line, net: { minor: 1, currency: 'USD' } }],
      'CURRENCY_MISMATCH',
      ['lines', '0', 'net', 'currency'],
    ],
    [[], 'INPUT_REQUIRED', ['lines']],
  ] as const)('for %o are refused', async (lines, rule, path) => {
    await given(OPEN)
      .when(credit([...lines]))
      .thenRefused(rule, path);
  });

  it('need a reason', async () => {
    await given(OPEN).when(credit(null, ' ')).thenRefused('CREDIT_REASON_REQUIRED', ['reason']);
  });
});

describe('void', () => {
  const command = { type: 'void' as const, reason: 'wrong' };

  it('frees the time of an invoice that nobody has seen', async () => {
    const byProject = [{ projectId: REF.projectId, net: euro(84_000) }];
    await given(OPEN)
      .when(command)
      .then([
        { type: 'InvoiceVoided', data: { ...REF, number, reason: 'wrong', byProject } },
        released,
      ]);
  });

  it.each([
    ['sent', sent, 'INVOICE_ALREADY_SENT'],
    ['seen', { type: 'InvoiceViewed', data: REF }, 'INVOICE_ALREADY_SENT'],
    ['paid in part', applied(1, 99_959), 'INVOICE_HAS_PAYMENTS'],
    ['about to be paid', started(), 'INVOICE_HAS_PAYMENTS'],
  ] as const)('is refused once it is %s', async (_, event, rule) => {
    await given(OPEN, event as InvoiceEvent)
      .when(command)
      .thenRefused(rule, ['id']);
  });
});

describe('overdue and lost', () => {
  it('is told once, after the last day to pay', async () => {
    const report = (today: string) => ({ type: 'reportOverdue' as const, today });
    const overdue: InvoiceEvent = {
      type: 'InvoiceOverdue',
      data: { ...REF, number, days: 1, remaining: euro(99_960) },
    };
    await given(OPEN).when(report('2026-12-16')).then([]);
    await given(OPEN).when(report('2026-12-17')).then([overdue]);
    await given(OPEN, overdue).when(report('2026-12-18')).then([]);
    await given(OPEN, applied(99_960, 0), paid).when(report('2026-12-18')).then([]);
  });

  it('writes off what is left, once', async () => {
    const writeOff = { type: 'writeOff' as const, reason: 'insolvent' };
    const lost: InvoiceEvent = {
      type: 'InvoiceWrittenOff',
      data: { ...REF, number, amount: euro(39_960), reason: 'insolvent' },
    };
    await given(OPEN, applied(60_000, 39_960)).when(writeOff).then([lost]);
    await given(OPEN, lost).when(writeOff).thenRefused('INVOICE_NOT_OPEN');
    await given(OPEN, lost).when(start).then([started()]);
  });
});
