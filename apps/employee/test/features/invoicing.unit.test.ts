import { describe, expect, it } from '@jest/globals';
import { groupItems, type UnbilledItem } from '../../src/features/invoices/group-items.js';
import {
  invoiceVariables,
  readInvoiceSearch,
  withSearch,
} from '../../src/features/invoices/invoice-search.js';
import { stateOf } from '../../src/features/invoices/invoice-state.js';

let count = 0;
function item(client: string | null, project: string | null, amount: string, more = {}) {
  count += 1;
  return {
    ...{ id: `i${count}`, status: 'PENDING', kind: 'TIME', unit: 'HOUR', quantity: '1.25' },
    ...{ earnedOn: '2026-11-02', timeEntry: null },
    unitPrice: { amount, currency: 'EUR' },
    net: { amount, currency: 'EUR' },
    client: client && { id: client, name: client },
    project: project && { id: project, name: project, code: project },
    ...more,
  } as unknown as UnbilledItem;
}

describe('unbilled work', () => {
  it('is grouped by client, project and currency, with exact sums', () => {
    const pounds = { net: { amount: '5.00', currency: 'GBP' } };
    const clients = groupItems([
      item('Zeta', 'Mast', '0.10'),
      item('Zeta', 'Mast', '0.20'),
      item('Zeta', 'Hull', '1.00', pounds),
      item('Zeta', 'Mast', '1.00', pounds),
      item('Alpha', null, '7.00', { unit: 'UNIT' }),
    ]);
    expect(
      clients.map(({ name, groups }) => [
        name,
        groups.map(({ project, sum, hours }) => [project?.name, sum.amount, sum.currency, hours]),
      ]),
    ).toEqual([
      ['Alpha', [[undefined, '7.00', 'EUR', '0']]],
      [
        'Zeta',
        [
          ['Hull', '5.00', 'GBP', '1.25'],
          ['Mast', '0.30', 'EUR', '2.50'],
          ['Mast', '5.00', 'GBP', '1.25'],
        ],
      ],
    ]);
  });

  it('leaves out what a draft has taken, and what no client is left for', () => {
    const taken = item('Alpha', 'Mast', '1.00', { status: 'RESERVED' });
    expect(groupItems([taken, item(null, 'Mast', '1.00')])).toEqual([]);
  });
});

describe('a search of invoices', () => {
  it('takes what an address says and leaves out nonsense', () => {
    const given = { state: 'OVERDUE', sort: '-dueDate', from: 'soon', to: '2026-12-01', page: 3 };
    expect(readInvoiceSearch(given)).toEqual({
      ...{ state: 'OVERDUE', sort: '-dueDate', to: '2026-12-01' },
    });
    expect(readInvoiceSearch({ state: 'LOST', sort: 'colour' })).toEqual({});
  });

  it('asks for what is overdue by its day, not by a status', () => {
    const { status, overdue, orderBy } = invoiceVariables({ state: 'OVERDUE', sort: 'total' });
    expect([status, overdue, orderBy]).toEqual([
      null,
      true,
      [{ field: 'TOTAL', direction: 'ASC' }],
    ]);
    expect(invoiceVariables({ state: 'PAID' }).status).toEqual(['PAID']);
    expect(invoiceVariables({}).orderBy).toEqual([{ field: 'CREATED_AT', direction: 'DESC' }]);
  });

  it('is changed in part', () => {
    const search = withSearch({ state: 'PAID', number: 'INV' }, { state: undefined });
    expect(search).toEqual({ number: 'INV' });
  });
});

it('calls overdue only what is still to be paid', () => {
  expect(stateOf({ status: 'OPEN', overdue: true })).toBe('OVERDUE');
  expect(stateOf({ status: 'PAID', overdue: true })).toBe('PAID');
  expect(stateOf({ status: 'PARTIALLY_PAID', overdue: false })).toBe('PARTIALLY_PAID');
});
