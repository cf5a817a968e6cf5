/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { ADA } from '../../../ui/test/support/open-screen.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const invoice = (id: string, facts: object = {}) => ({
  ...{ id, number: id, status: 'OPEN', client: { id: 'cli_1', name: 'Acme' }, currency: 'EUR' },
  ...{ total: eur('100.10'), remaining: eur('60.20'), dueDate: '2026-12-01', ...facts },
});
const page = (...nodes: object[]) => ({ nodes, totalCount: nodes.length });

describe('the list of invoices', () => {
  it('shows each with its state, and sums what is shown without a loss', async () => {
    const invoices = page(invoice('INV-1'), invoice('INV-2', { overdue: true }));
    await openEmployee('/invoices', { invoices });
    const late = within(await screen.findByRole('row', { name: /INV-2/ }));
    expect(late.getByText('Overdue')).toBeTruthy();
    const text = document.body.textContent ?? '';
    expect(text).toContain('€200.20');
    expect(text).toContain('€120.40');
  });

  it('is sorted by its heads, first one way and then the other, in the address', async () => {
    const { user, asked } = await openEmployee('/invoices', { invoices: page(invoice('INV-1')) });
    const head = await screen.findByRole('columnheader', { name: /Due/ });
    await user.click(within(head).getByRole('button'));
    await waitFor(() => expect(window.location.search).toMatch(/sort=-?dueDate/));
    const first = window.location.search;
    await user.click(
      within(await screen.findByRole('columnheader', { name: /Due/ })).getByRole('button'),
    );
    await waitFor(() => expect(window.location.search).not.toBe(first));
    const orders = asked.filter(({ name }) => name === 'InvoiceList').map((one) => one.variables);
    expect(orders.at(-1)).toMatchObject({ orderBy: [{ field: 'DUE_DATE' }] });
  });

  it('takes out of its address what is no state, no day and no column', async () => {
    const at = '/invoices?state=LOST&from=yesterday&sort=colour';
    const { asked } = await openEmployee(at, { invoices: page() });
    expect(await screen.findByText('No invoice yet')).toBeTruthy();
    expect(asked.find(({ name }) => name === 'InvoiceList')?.variables).toMatchObject({
      ...{ status: null, dueDate: null },
      orderBy: [{ field: 'CREATED_AT', direction: 'DESC' }],
    });
  });

  it('leads from a number that nobody has to all of them', async () => {
    const invoices = ({ filter }: { filter: { number?: object } }) =>
      filter.number ? page() : page(invoice('INV-1'));
    const { user } = await openEmployee('/invoices?number=INV-9', { invoices });
    await user.click(await screen.findByRole('link', { name: 'Show all invoices' }));
    expect(await screen.findByRole('link', { name: 'INV-1' })).toBeTruthy();
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''));
  });

  it('opens the row that the keyboard is at', async () => {
    const invoices = page(invoice('INV-1'), invoice('INV-2'));
    const { user } = await openEmployee('/invoices', { invoices });
    const first = await screen.findByRole('row', { name: /INV-1/ });
    first.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('row', { name: /INV-2/ }));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.pathname).toBe('/employee/invoices/INV-2'));
  });
});

describe('unbilled work', () => {
  const item = (id: string, project: string, net: string) => ({
    ...{ id, status: 'PENDING', kind: 'TIME', unit: 'HOUR', quantity: '1.50', net: eur(net) },
    ...{ unitPrice: eur('100.00'), client: { id: 'cli_1', name: 'Acme' } },
    project: { id: `prj_${project}`, name: project, code: project },
  });
  const viewer = { ...ADA, id: 'viewer', canDraftInvoices: true };
  const billableItems = page(item('a', 'Hull', '150.00'), item('b', 'Mast', '30.10'));

  it('becomes the draft of one project in two presses', async () => {
    const world = {
      ...{ viewer, billableItems, invoice: invoice('inv_9', { status: 'DRAFT', number: null }) },
      invoiceDraftCreate: { invoice: { id: 'inv_9' } },
    };
    const { user, sent } = await openEmployee('/invoices/unbilled', world);
    await user.click(await screen.findByRole('button', { name: 'Draft invoice: Hull' }));
    await waitFor(() => expect(window.location.pathname).toBe('/employee/invoices/inv_9'));
    expect(sent('InvoiceDraft')).toMatchObject({
      ...{ clientId: 'cli_1', projectId: 'prj_Hull', currency: 'EUR' },
      idempotencyKey: expect.any(String),
    });
  });

  it('is of all projects of a client where everything is drafted', async () => {
    const world = { viewer, billableItems, invoiceDraftCreate: refused('Nothing is left.') };
    const { user, sent } = await openEmployee('/invoices/unbilled', world);
    await user.click(
      await screen.findByRole('button', { name: 'Draft invoice of everything: Acme' }),
    );
    expect(await screen.findByText('Nothing is left.')).toBeTruthy();
    expect(sent('InvoiceDraft')).not.toHaveProperty('projectId');
    expect(window.location.pathname).toBe('/employee/invoices/unbilled');
  });

  it('is only looked at by whoever may not invoice it', async () => {
    await openEmployee('/invoices/unbilled', { billableItems });
    await screen.findByText('Hull');
    expect(screen.queryByRole('button', { name: /Draft/ })).toBeNull();
  });

  it('says so where everything is invoiced', async () => {
    await openEmployee('/invoices/unbilled', { billableItems: page() });
    expect(await screen.findByText('Everything is invoiced')).toBeTruthy();
  });
});
