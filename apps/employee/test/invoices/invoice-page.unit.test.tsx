/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../ui/test/support/axe.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const line = {
  ...{ id: 'lin_1', description: 'Caulking', quantity: '2.5', unit: 'HOUR', taxRate: '20' },
  ...{ unitPrice: eur('80.00'), net: eur('200.00'), taxHint: 'STANDARD', timeEntries: [] },
};
const draft = {
  ...{ id: 'inv_1', status: 'DRAFT', currency: 'EUR', version: 7, terms: 30 },
  ...{ total: eur('240.00'), remaining: eur('240.00'), lines: { nodes: [line], totalCount: 1 } },
};
const issued = { ...draft, status: 'OPEN', number: 'INV-7', issueDate: '2026-11-01' };
const open = (invoice: object | null, world: object = {}) =>
  openEmployee('/invoices/inv_1', { invoice, ...world });
type Presser = { click: (on: Element) => Promise<void> };
const ask = async (user: Presser, name: string) => {
  await user.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog'));
};

describe('the page of an invoice', () => {
  it('shows a draft with what each line is made of', async () => {
    const entry = {
      ...{ id: 'te_1', date: '2026-11-02', minutes: 150, note: 'Port side' },
      user: { id: 'usr_2', name: 'Bo' },
    };
    const lines = { nodes: [{ ...line, timeEntries: [entry] }], totalCount: 1 };
    const { user, container } = await open({ ...draft, lines });
    await screen.findByRole('heading', { level: 1, name: 'Draft' });
    const summary = screen.getByText(/1 source/);
    expect(summary.textContent).toMatch(/2\.5 h × €80\.00 · 20 % tax/);
    await user.click(summary);
    expect(await screen.findByText('Port side')).toBeTruthy();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says so where there is none', async () => {
    await open(null);
    expect(await screen.findByText('There is no such invoice')).toBeTruthy();
  });

  it('offers nothing that the graph would refuse', async () => {
    await open(issued);
    await screen.findByRole('heading', { level: 1, name: 'INV-7' });
    expect(screen.queryByRole('button', { name: /Edit|Send|Record|More/ })).toBeNull();
  });

  it('adds a line in exact decimals, on the version that was read', async () => {
    const { user, sent } = await open({ ...draft, viewerCanUpdate: true });
    const dialog = await ask(user, 'Add a line');
    await user.type(dialog.getByRole('textbox', { name: /What is invoiced/ }), ' Tar ');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    expect(sent('InvoiceLineAdd')).toBeUndefined();
    await user.type(dialog.getByRole('textbox', { name: /Quantity/ }), '0.1');
    await user.type(dialog.getByRole('textbox', { name: /Price of one/ }), '1,234.5');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(sent('InvoiceLineAdd')).toMatchObject({
        ...{ id: 'inv_1', expectedVersion: 7 },
        line: { description: 'Tar', quantity: '0.1', unitPrice: '1234.5', unit: 'HOUR' },
      }),
    );
  });

  it('takes a discount off a line again', async () => {
    const lines = { nodes: [{ ...line, discount: eur('20.00') }], totalCount: 1 };
    const { user, sent } = await open({ ...draft, lines, viewerCanUpdate: true });
    const dialog = await ask(user, 'Edit line: Caulking');
    await user.clear(dialog.getByRole('textbox', { name: /Discount/ }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('InvoiceLineUpdate')).toMatchObject({ lineId: 'lin_1', discount: eur('0') }),
    );
  });

  it('puts what is wrong with a new line at its field', async () => {
    const invoiceLineAdd = refused('Not below zero.', 'line', 'quantity');
    const { user } = await open({ ...draft, viewerCanUpdate: true }, { invoiceLineAdd });
    const dialog = await ask(user, 'Add a line');
    await user.type(dialog.getByRole('textbox', { name: /What is invoiced/ }), 'Tar');
    await user.type(dialog.getByRole('textbox', { name: /Quantity/ }), '-1');
    await user.type(dialog.getByRole('textbox', { name: /Price of one/ }), '5');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    await dialog.findByText('Not below zero.');
    const field = dialog.getByRole('textbox', { name: /Quantity/ });
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('is finalized after it was said what that means', async () => {
    const finalized = { invoice: issued };
    const { user, sent } = await open(
      { ...draft, viewerCanFinalize: true },
      { invoiceFinalize: finalized },
    );
    const dialog = await ask(user, 'Finalize');
    expect(dialog.getAllByRole('listitem').length).toBeGreaterThan(2);
    await user.click(dialog.getByRole('button', { name: 'Finalize' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'INV-7' })).toBeTruthy();
    expect(sent('InvoiceFinalize')).toMatchObject({ id: 'inv_1' });
  });

  it('is sent to the addresses that are given, or to whom the graph knows', async () => {
    const { user, sent } = await open({ ...issued, viewerCanSend: true });
    const dialog = await ask(user, 'Send');
    await user.type(dialog.getByRole('textbox', { name: /To/ }), 'a@x.test, b@x.test');
    await user.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(sent('InvoiceSend')).toMatchObject({ to: ['a@x.test', 'b@x.test'] }),
    );
  });

  it('takes a payment of what is left unless another amount is written', async () => {
    const facts = { ...issued, remaining: eur('100.00'), viewerCanRecordPayment: true };
    const { user, sent } = await open(facts);
    const dialog = await ask(user, 'Record a payment');
    const amount = dialog.getByRole<HTMLInputElement>('textbox', { name: /Amount/ });
    expect(amount.value).toBe('100.00');
    await user.clear(amount);
    await user.type(amount, '60');
    await user.type(dialog.getByRole('textbox', { name: /Reference/ }), 'Bank 7');
    await user.click(dialog.getByRole('button', { name: 'Record a payment' }));
    await waitFor(() => expect(sent('PaymentRecord')).toMatchObject({ amount: eur('60.00') }));
  });

  it('is declared void, or written off, only for a reason', async () => {
    const { user, sent } = await open({ ...issued, viewerCanVoid: true });
    const dialog = await ask(user, 'Declare void');
    expect(dialog.getByRole('heading', { name: 'Declare INV-7 void?' })).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), '   ');
    await user.click(dialog.getByRole('button', { name: 'Declare void' }));
    expect(sent('InvoiceVoid')).toBeUndefined();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Twice ');
    await user.click(dialog.getByRole('button', { name: 'Declare void' }));
    await waitFor(() => expect(sent('InvoiceVoid')).toEqual({ id: 'inv_1', reason: 'Twice' }));
  });

  it('follows what is paid', async () => {
    const { tell } = await open({ ...issued, viewerCanSend: true });
    await screen.findByRole('heading', { level: 1, name: 'INV-7' });
    await tell('invoiceChanged', { kind: 'InvoicePaid', node: { ...issued, status: 'PAID' } });
    expect(await screen.findByText('Paid', { selector: 'span' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
  });
});
