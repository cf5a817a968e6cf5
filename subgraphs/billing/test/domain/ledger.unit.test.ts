import { describe, expect, it } from '@jest/globals';
import { replay } from '@nexus/kit/domain';
import { decisionContext, specification } from '@nexus/kit/testing';
import fc from 'fast-check';
import { invoice } from '../../src/domain/invoice.aggregate.js';
import type { InvoiceCommand } from '../../src/domain/invoice.commands.js';
import type { InvoiceEvent } from '../../src/domain/invoice.events.js';
import { isIssued } from '../../src/domain/invoice.state.js';
import { priced } from '../../src/domain/invoice-line.js';
import { invoiceTotals } from '../../src/domain/invoice-totals.js';
import { isBalanced, journalEntry } from '../../src/domain/journal-entry.aggregate.js';
import {
  creditNoteLines,
  finalizeLines,
  paymentLines,
  reversed,
  writeOffLines,
} from '../../src/domain/ledger.js';
import {
  CLIENT,
  creditNoteId,
  euro,
  finalized,
  HOME_TAX,
  lineId,
  timeLine,
} from '../support/invoices.js';

const cents = (max: number) => fc.integer({ min: 0, max });

describe('journal entries', () => {
  const entry = { entryId: 'jrn', date: '2026-11-16', causeId: 'inv', clientId: CLIENT };
  const post = (minor: number) => ({
    type: 'post' as const,
    ...{ ...entry, cause: 'INVOICE_WRITTEN_OFF' as const },
    lines: [
      { account: '5100', debit: euro(100), credit: euro(0) },
      { account: '1200', debit: euro(0), credit: euro(minor) },
    ],
  });
  const { given } = specification(journalEntry);

  it('are posted once, balanced or not at all', async () => {
    const { type: _, ...data } = post(100);
    await given()
      .when(post(100))
      .then([{ type: 'JournalPosted', data }]);
    await given().when(post(99)).thenRefused('JOURNAL_UNBALANCED');
    await given({ type: 'JournalPosted', data }).when(post(100)).thenRefused('JOURNAL_UNBALANCED');
  });

  it('have each line on one side, and one currency each', () => {
    const line = { account: '1000', debit: euro(5), credit: euro(5) };
    expect(isBalanced([line, line])).toBe(false);
    const mixed = { account: '1000', debit: euro(5), credit: { minor: 0, currency: 'USD' } };
    expect(isBalanced([mixed])).toBe(false);
    expect(isBalanced([])).toBe(false);
  });
});

describe('every entry that billing makes balances', () => {
  const contents = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 5_000 }).map((n) => (n / 100).toFixed(2)),
      unitPrice: cents(100_000).map((n) => (n / 100).toFixed(2)),
      taxHint: fc.constantFrom('STANDARD' as const, 'REDUCED' as const),
      discount: fc.option(fc.constant(euro(0))),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('finalize, with discounts, and its reversal', () => {
    fc.assert(
      fc.property(contents, cents(99), (drafts, percentOff) => {
        const lines = drafts.map((content, n) => {
          const line = priced({ ...timeLine(n, '1', '1'), ...content }, 'EUR');
          const discount = euro(Math.floor((line.net.minor * percentOff) / 100));
          return priced({ ...line, discount }, 'EUR');
        });
        const totals = invoiceTotals(lines, HOME_TAX, 'EUR');
        fc.pre(totals.total.minor > 0);
        const entry = finalizeLines(totals, lines);
        expect(isBalanced(entry)).toBe(true);
        expect(isBalanced(reversed(entry))).toBe(true);
      }),
    );
  });

  it('payments with fee and surplus, write-offs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        cents(100),
        cents(100),
        fc.boolean(),
        (minor, fee, part, lost) => {
          const amount = euro(minor);
          const applied = euro(Math.floor((minor * part) / 100));
          const money = { amount, applied, fee: euro(Math.min(fee, minor)) };
          expect(isBalanced(paymentLines('1010', money, lost))).toBe(true);
          expect(isBalanced(writeOffLines(amount))).toBe(true);
        },
      ),
    );
  });

  it('credit notes: any series of them takes back exactly what was invoiced, tax included', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(contents, amounts, async (drafts, credits) => {
        const history: InvoiceEvent[] = finalized(
          ...drafts.map((content, n) => ({ ...timeLine(n, '1', '1'), ...content })),
        );
        const note = {
          type: 'credit' as const,
          ...{ creditNoteId: creditNoteId(1), number: 'CN', issueDate: '2026-11-16', reason: 'r' },
        };
        const requests = credits.map((minor, i) => ({
          full: false as const,
          lines: [{ lineId: lineId(i % drafts.length), net: euro(minor) }],
        }));
        let credited = 0;
        for (const request of [...requests, { full: true as const }]) {
          const command: InvoiceCommand = { ...note, request };
          const decision = await invoice.decide(
            replay(invoice, history),
            command,
            decisionContext(),
          );
          if (!decision.ok) continue;
          history.push(...decision.events);
          for (const event of decision.events) {
            if (event.type !== 'CreditNoteIssued') continue;
            credited += event.data.total.minor;
            expect(isBalanced(creditNoteLines(event.data, event.data.settles))).toBe(true);
          }
        }
        const end = replay(invoice, history);
        if (!isIssued(end)) throw new TypeError('not issued');
        expect(credited).toBe(end.totals.total.minor);
        expect(end.credited.tax).toEqual(end.totals.tax);
        expect([end.status, end.remaining.minor]).toEqual(['PAID', 0]);
      }),
    );
  });
});
