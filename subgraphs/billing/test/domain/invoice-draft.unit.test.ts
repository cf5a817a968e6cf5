import { describe, expect, it } from '@jest/globals';
import { replay } from '@nexus/kit/domain';
import { decisionContext, specification } from '@nexus/kit/testing';
import fc from 'fast-check';
import { invoice } from '../../src/domain/invoice.aggregate.js';
import { MAX_LINES, priced } from '../../src/domain/invoice-line.js';
import { invoiceTotals } from '../../src/domain/invoice-totals.js';
import { decideTax } from '../../src/domain/tax-decision.js';
import {
  ACCOUNT,
  BUYER,
  drafted,
  entryId,
  finalized,
  GERMAN_SELLER,
  HOME_TAX,
  lineId,
  REF,
  SELLER,
  timeLine,
} from '../support/invoices.js';

const given = specification(invoice).given;
const tax = HOME_TAX;
const draft = (lines = [timeLine(1, '2', '120', [1, 2])]) => ({
  type: 'draft' as const,
  ...REF,
  ...{ accountId: ACCOUNT, currency: 'EUR', terms: 30, notes: null, poNumber: null, lines, tax },
});
const finalize = {
  type: 'finalize' as const,
  ...{ number: 'INV-2026-000001', issueDate: '2026-11-16', seller: SELLER, buyer: BUYER, tax },
};

describe('a draft', () => {
  it('takes its items and reserves their sources', async () => {
    await given()
      .when(draft())
      .then([
        drafted(timeLine(1, '2', '120', [1, 2])),
        {
          type: 'BillableItemsReserved',
          data: {
            ...REF,
            sources: [
              { kind: 'TIME', id: entryId(1) },
              { kind: 'TIME', id: entryId(2) },
            ],
          },
        },
      ]);
  });

  it('is drafted once', async () => {
    await given(drafted()).when(draft()).thenRefused('INVOICE_NOT_EDITABLE');
  });

  it.each([
    ['quantity', { quantity: '0' }, 'LINE_QUANTITY_INVALID'],
    ['quantity', { quantity: '-1' }, 'LINE_QUANTITY_INVALID'],
    ['quantity', { quantity: 'many' }, 'LINE_QUANTITY_INVALID'],
    ['quantity', { quantity: '1.0000001' }, 'TOO_MANY_DECIMALS'],
    ['unitPrice', { unitPrice: '-1' }, 'AMOUNT_NOT_POSITIVE'],
    ['unitPrice', { unitPrice: '1.123456789' }, 'TOO_MANY_DECIMALS'],
    ['unitPrice', { unitPrice: '999999999999' }, 'INPUT_INVALID'],
    ['description', { description: ' ' }, 'INPUT_REQUIRED'],
    ['description', { description: 'x'.repeat(1_001) }, 'TEXT_TOO_LONG'],
    ['description', { description: '4242 4242 4242 4242' }, 'CARD_DATA_NOT_ACCEPTED'],
    ['discount', { discount: { minor: 1, currency: 'USD' } }, 'CURRENCY_MISMATCH'],
    ['discount', { discount: { minor: -1, currency: 'EUR' } }, 'AMOUNT_NOT_POSITIVE'],
    ['discount', { discount: { minor: 12_001, currency: 'EUR' } }, 'INPUT_INVALID'],
  ] as const)('refuses a line with a wrong %s: %o', async (field, wrong, rule) => {
    const line = { ...timeLine(2, '1', '120'), ...wrong };
    await given(drafted()).when({ type: 'addLine', line, tax }).thenRefused(rule, [field]);
  });

  it('has at most 500 lines', async () => {
    const lines = Array.from({ length: MAX_LINES }, (_, n) => timeLine(n, '1', '1'));
    await given(drafted(...lines))
      .when({ type: 'addLine', line: timeLine(999, '1', '1'), tax })
      .thenRefused('BATCH_TOO_LARGE');
  });

  it('changes a line and computes its net anew', async () => {
    const to = { quantity: '3', discount: { minor: 1_000, currency: 'EUR' } };
    const line = priced({ ...timeLine(1, '2', '120'), ...to }, 'EUR');
    expect(line.net.minor).toBe(35_000);
    await given(drafted(timeLine(1, '2', '120')))
      .when({ type: 'changeLine', lineId: lineId(1), to, tax })
      .then([{ type: 'InvoiceLineChanged', data: { ...REF, line } }]);
  });

  it('gives the sources of a removed line back', async () => {
    await given(drafted(timeLine(1, '1', '120', [1])))
      .when({ type: 'removeLine', lineId: lineId(1), tax })
      .then([
        { type: 'InvoiceLineRemoved', data: { ...REF, lineId: lineId(1) } },
        {
          type: 'BillableItemsReleased',
          data: { ...REF, sources: [{ kind: 'TIME', id: entryId(1) }] },
        },
      ]);
  });

  it('knows its lines', async () => {
    const command = { type: 'removeLine' as const, lineId: lineId(9), tax };
    await given(drafted()).when(command).thenRefused('LINE_NOT_FOUND', ['lineId']);
  });

  it('drops a source whose approval was taken back, and the line with its last one', async () => {
    const line = timeLine(1, '2', '120', [1, 2]);
    const rest = { ...line, quantity: '1', sources: line.sources.slice(1) };
    const released = (n: number) => ({
      type: 'BillableItemsReleased' as const,
      data: { ...REF, sources: [{ kind: 'TIME' as const, id: entryId(n) }] },
    });
    const changed = {
      type: 'InvoiceLineChanged' as const,
      data: { ...REF, line: priced(rest, 'EUR') },
    };
    await given(drafted(line))
      .when({ type: 'dropSource', sourceId: entryId(1) })
      .then([changed, released(1)]);
    await given(drafted(line), changed)
      .when({ type: 'dropSource', sourceId: entryId(2) })
      .then([{ type: 'InvoiceLineRemoved', data: { ...REF, lineId: lineId(1) } }, released(2)]);
    await given(drafted(line))
      .when({ type: 'dropSource', sourceId: entryId(7) })
      .then([]);
  });

  it('takes terms, notes and a purchase order', async () => {
    await given(drafted())
      .when({ type: 'changeDetails', terms: 14, poNumber: 'PO-7' })
      .then([
        {
          type: 'InvoiceDetailsChanged',
          data: { ...REF, terms: 14, notes: null, poNumber: 'PO-7' },
        },
      ]);
    await given(drafted())
      .when({ type: 'changeDetails', terms: 366 })
      .thenRefused('INPUT_INVALID', ['terms']);
    await given(drafted())
      .when({ type: 'changeDetails', notes: '4242424242424242' })
      .thenRefused('CARD_DATA_NOT_ACCEPTED', ['notes']);
  });

  it('is gone after its deletion', async () => {
    const deleted = { type: 'InvoiceDraftDeleted' as const, data: REF };
    await given(drafted()).when({ type: 'deleteDraft' }).then([deleted]);
    await given(drafted(), deleted).when({ type: 'deleteDraft' }).thenRefused('NOT_FOUND');
  });
});

describe('finalize', () => {
  it('fixes number, dates, parties and totals', async () => {
    const line = timeLine(1, '7', '120');
    await given(drafted(line)).when(finalize).then(finalized(line).slice(1));
  });

  it('needs a line', async () => {
    await given(drafted()).when(finalize).thenRefused('INVOICE_EMPTY');
  });

  it('needs a tax rate for each line', async () => {
    const seller = { ...GERMAN_SELLER, country: 'US', region: 'TX', registrations: ['US'] };
    const texan = { address: null, vatId: null, vatIdStatus: 'UNCHECKED' as const };
    const unknown = decideTax(seller, texan, '2026-11-16');
    await given(drafted(timeLine(1, '1', '1')))
      .when({ ...finalize, tax: unknown })
      .thenRefused('TAX_RULE_MISSING');
  });

  it('happens once, and nothing is edited after it', async () => {
    const history = finalized(timeLine(1, '1', '120'));
    await given(history).when(finalize).thenRefused('INVOICE_NOT_EDITABLE');
    await given(history).when({ type: 'deleteDraft' }).thenRefused('INVOICE_NOT_EDITABLE');
    await given(history)
      .when({ type: 'removeLine', lineId: lineId(1), tax })
      .thenRefused('INVOICE_NOT_EDITABLE');
  });

  it('warns where a country was assumed', async () => {
    const buyer = { address: null, vatId: null, vatIdStatus: 'UNCHECKED' as const };
    const assumed = decideTax(GERMAN_SELLER, buyer, '2026-11-16');
    await given(drafted(timeLine(1, '1', '120')))
      .when({ ...finalize, tax: assumed })
      .thenWarns('TAX_COUNTRY_ASSUMED');
  });

  it('keeps the gross that the draft showed, whatever is on it', async () => {
    const lines = fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 10_000 }).map((n) => (n / 4).toFixed(2)),
        unitPrice: fc.integer({ min: 0, max: 1_000_000 }).map((n) => (n / 1_000).toFixed(3)),
        taxHint: fc.constantFrom('STANDARD' as const, 'REDUCED' as const, 'ZERO' as const),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (contents) => {
        const history = [drafted(...contents.map((c, n) => ({ ...timeLine(n, '1', '1'), ...c })))];
        const state = replay(invoice, history);
        const decision = await invoice.decide(state, finalize, decisionContext());
        if (state.status !== 'DRAFT' || !decision.ok) throw new TypeError('not finalized');
        const shown = invoiceTotals(state.lines, state.tax, 'EUR').total;
        const event = decision.events.find((e) => e.type === 'InvoiceFinalized');
        expect(event?.data).toMatchObject({ total: shown });
      }),
    );
  });
});
