/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { addDays, todayIn } from '@nexus/ui/components/iso-date';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../ui/test/support/axe.js';
import { openClient } from './support/screen.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const TODAY = todayIn('Europe/London');
const address = { line1: '1 Quay', line2: null, postcode: 'AB1', city: 'Leith', country: 'GB' };
const invoice = {
  ...{ id: 'inv_1', number: 'INV-1', status: 'OPEN', issueDate: TODAY, dueDate: '2099-01-31' },
  ...{ total: eur('240.00'), remaining: eur('40.00'), currency: 'EUR' },
};
const hull = { id: 'prj_1', name: 'Hull', code: 'ACM-1', phase: 'EXECUTION', progress: 0.4 };

describe('the clients’ home', () => {
  it('shows what waits with its next step, and what changed, the newest first', async () => {
    const reached = { id: 'mst_1', name: 'Keel', due: TODAY, status: 'REACHED', reachedOn: TODAY };
    const near = { id: 'mst_2', name: 'Deck', due: addDays(TODAY, 3), status: 'PLANNED' };
    const older = { ...invoice, id: 'inv_0', number: 'INV-0', issueDate: addDays(TODAY, -5) };
    const { container } = await openClient('/', {
      invoices: ({ filter }: { filter?: object }) => ({
        nodes: filter ? [{ ...invoice, viewerCanPay: true }] : [older],
      }),
      projects: { nodes: [{ ...hull, milestones: [reached, near] }] },
    });
    const waiting = within(await screen.findByRole('region', { name: 'Waiting for you' }));
    await waiting.findByText('INV-1: €40.00 to pay');
    expect(waiting.getByRole('link', { name: 'Pay INV-1' }).getAttribute('href')).toBe(
      '/client/invoices/inv_1/pay',
    );
    expect(waiting.getByText('Deck of Hull')).toBeTruthy();
    const news = within(screen.getByRole('region', { name: 'What changed' }));
    expect(news.getAllByRole('link').map((link) => link.textContent)).toEqual([
      ...['Hull reached “Keel”', 'Invoice INV-0 was issued: €240.00'],
    ]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('only leads to an invoice that the reader may not pay', async () => {
    await openClient('/', {
      invoices: ({ filter }: { filter?: object }) => ({ nodes: filter ? [invoice] : [] }),
    });
    expect(await screen.findByRole('link', { name: 'Look at INV-1' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Pay/ })).toBeNull();
  });

  it('says so where nothing waits and nothing happened', async () => {
    await openClient('/', {});
    expect(await screen.findByText('Nothing is waiting for you')).toBeTruthy();
    expect(screen.getByText('Nothing happened of late')).toBeTruthy();
  });
});

describe('the clients’ projects', () => {
  const task = {
    ...{ id: 'tsk_1', number: 'ACM-7', title: 'Caulk', commentCount: 1, viewerCanComment: true },
    column: { id: 'col_1', name: 'Now', category: 'DOING' },
  };
  const bo = { id: 'usr_bo', name: 'Bo' };
  const comment = { id: 'cmt_1', body: 'Done?', author: bo, createdAt: '2026-11-20T09:00:00Z' };
  const world = {
    project: { ...hull, manager: bo, tasks: { nodes: [task] } },
    task: { ...task, comments: { nodes: [comment] } },
  };

  it('are groups of tasks by how far they are', async () => {
    await openClient('/projects/prj_1', world);
    expect(await screen.findByRole('heading', { name: 'Being done (1)' })).toBeTruthy();
    expect(screen.getByText('Managed by Bo')).toBeTruthy();
  });

  it('are out of reach where they are not theirs', async () => {
    await openClient('/projects/prj_9', { project: null });
    expect(await screen.findByText('There is nothing here')).toBeTruthy();
    expect(screen.queryByText('Managed by Bo')).toBeNull();
  });

  it('take what is said about a task', async () => {
    const { user, sent } = await openClient('/projects/prj_1?task=tsk_1', world);
    const drawer = within(await screen.findByRole('dialog'));
    await drawer.findByText('Done?');
    await user.type(drawer.getByRole('textbox', { name: /Your comment/ }), 'Tomorrow');
    await user.click(drawer.getByRole('button', { name: 'Comment' }));
    await waitFor(() =>
      expect(sent('CommentAdd')).toMatchObject({ taskId: 'tsk_1', body: 'Tomorrow' }),
    );
  });

  it('show what the other side says while one looks', async () => {
    const { tell, world: now } = await openClient('/projects/prj_1?task=tsk_1', world);
    const drawer = within(await screen.findByRole('dialog'));
    await drawer.findByText('Done?');
    const node = { ...comment, id: 'cmt_2', body: 'Soon', task: { id: 'tsk_1', commentCount: 2 } };
    Object.assign(now, { task: { ...task, comments: { nodes: [comment, node] } } });
    await tell('taskCommentChanged', { kind: 'CommentAdded', node });
    expect(await drawer.findByText('Soon')).toBeTruthy();
  });
});

describe('the clients’ invoices', () => {
  it('are a table with a way to pay what is to be paid, and more once it is asked', async () => {
    const invoices = ({ after }: { after?: string }) =>
      after
        ? { nodes: [{ ...invoice, id: 'inv_2', number: 'INV-2', status: 'PAID' }] }
        : {
            nodes: [{ ...invoice, viewerCanPay: true }],
            pageInfo: { hasNextPage: true, endCursor: 'c1' },
          };
    const { user } = await openClient('/invoices', { invoices });
    expect(await screen.findByRole('link', { name: 'Pay INV-1' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'INV-2' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Pay INV-2' })).toBeNull();
  });

  it('take out of their address what is no state', async () => {
    await openClient('/invoices?state=lost', { invoices: { nodes: [] } });
    expect(await screen.findByText('No invoice yet')).toBeTruthy();
    expect(window.location.search).toBe('');
  });

  it('are told to the seller as seen once, and not again', async () => {
    const world = { invoice: { ...invoice, account: { id: 'acc', legalName: 'Acme', address } } };
    const { sent, unmount } = await openClient('/invoices/inv_1', world);
    await screen.findByRole('heading', { level: 1, name: /INV-1/ });
    await waitFor(() => expect(sent('InvoiceMarkViewed')).toEqual({ id: 'inv_1' }));
    expect(screen.getByText('AB1 Leith')).toBeTruthy();
    unmount();
    const viewed = { invoice: { ...world.invoice, viewedAt: '2026-11-20T09:00:00Z' } };
    const again = await openClient('/invoices/inv_1', viewed);
    await screen.findByRole('heading', { level: 1, name: /INV-1/ });
    expect(again.sent('InvoiceMarkViewed')).toBeUndefined();
  });

  it('have receipts for what came, and none for what did not', async () => {
    const payment = {
      ...{ id: 'pay_1', kind: 'GATEWAY', status: 'SUCCEEDED', amount: eur('200.00') },
      settledAt: '2026-11-20T09:00:00Z',
    };
    const account = { id: 'acc', legalName: 'Acme', address };
    const world = { invoice: { ...invoice, account, payments: [payment] } };
    const { unmount } = await openClient('/invoices/inv_1/receipts/pay_1', world);
    await screen.findByRole('heading', { level: 1, name: 'Receipt' });
    const terms = screen.getAllByRole('definition').map((one) => one.textContent);
    expect(terms).toEqual(
      expect.arrayContaining([
        'Engine Works',
        'Acme1 QuayAB1 LeithUnited Kingdom',
        '€240.00',
        '€40.00',
      ]),
    );
    unmount();
    const failed = { invoice: { ...invoice, payments: [{ ...payment, status: 'FAILED' }] } };
    await openClient('/invoices/inv_1/receipts/pay_1', failed);
    await waitFor(() => expect(screen.queryByRole('status', { name: /Loading/ })).toBeNull());
    expect(screen.queryByText('€200.00')).toBeNull();
  });
});

describe('the clients’ company', () => {
  it('is shown as the firm knows it, each address once and only what is known', async () => {
    const billingAccount = {
      ...{ id: 'acc', legalName: 'Acme Ltd', vatId: 'GB1', paymentTerms: 1 },
      ...{ outstandingBalance: eur('40.00'), overdueBalance: eur('0.00') },
      creditBalance: eur('0.00'),
    };
    const company = { id: 'cli_1', name: 'Acme', currency: 'EUR', address, billingAccount };
    const people = [{ id: 'con_1', name: 'Eve', portalAccess: { role: 'CLIENT_ADMIN' } }];
    await openClient('/company', { clients: { nodes: [company] }, contacts: { nodes: people } });
    const details = within(await screen.findByRole('region', { name: 'Details' }));
    expect(details.getByText('Acme Ltd')).toBeTruthy();
    expect(details.getByText('AB1 Leith')).toBeTruthy();
    expect(details.queryByText('Address on invoices')).toBeNull();
    const account = within(screen.getByRole('region', { name: 'Account' }));
    expect(account.getByText('1 day')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'People' })).getByText('Administrator'));
  });

  it('says so where none is known', async () => {
    await openClient('/company', {});
    expect(await screen.findByText('No company is known here')).toBeTruthy();
  });
});
