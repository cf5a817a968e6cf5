import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@nexus/kit/events';
import { clientUser } from '@nexus/kit/testing';
import {
  type BillingHouse,
  change,
  done,
  finance,
  openBillingHouse,
  openInvoice,
} from './support/billing-house.js';

let house: BillingHouse;
beforeAll(async () => {
  house = await openBillingHouse();
});
afterAll(() => house.close());

const PAID = `subscription($clientId: ID, $after: String) { invoicePaid(clientId: $clientId, after: $after) {
  id occurredAt actor { type id } sequence kind node { id number total { amount currency } client { id } project { id } } } }`;

interface Paid {
  invoicePaid: { sequence: string; node: { id: string; number: string } };
}

interface Changed {
  invoiceChanged: { kind: string; node: { id: string; status: string } };
}

const method = { sandbox: 'tok_visa' };
const next = async (events: AsyncGenerator<{ data?: unknown }>) =>
  (await events.next()).value?.data as Paid | undefined;

describe('invoicePaid', () => {
  it('tells of the client asked for, with the invoice as it is, and resumes without a gap', async () => {
    const [mine, other] = [await openInvoice(house), await openInvoice(house)];
    const events = house.as(finance).subscribe(PAID, { clientId: mine.clientId });
    const first = next(events);
    done(await change(house, 'invoicePay', { id: other.invoice.id, method }));
    done(await change(house, 'invoicePay', { id: mine.invoice.id, method }));
    const paid = await first;
    expect(paid?.invoicePaid).toMatchObject({
      kind: 'InvoicePaid',
      actor: { type: 'user', id: finance.subject },
      node: {
        id: mine.invoice.id,
        number: mine.invoice.number,
        total: { amount: '142.80', currency: 'EUR' },
        client: { id: mine.clientId },
        project: { id: mine.projectId },
      },
    });
    await events.return(undefined);
    const late = await openInvoice(house);
    done(await change(house, 'invoicePay', { id: late.invoice.id, method }));
    const resumed = house.as(finance).subscribe(PAID, { after: paid?.invoicePaid.sequence });
    expect((await next(resumed))?.invoicePaid.node.id).toBe(late.invoice.id);
    await resumed.return(undefined);
  });

  it('tells a client user of its own client alone, whatever it asks for', async () => {
    const [mine, other] = [await openInvoice(house), await openInvoice(house)];
    const user = clientUser(mine.clientId, ['billing:read']);
    const events = house.as(user).subscribe(PAID);
    const first = next(events);
    done(await change(house, 'invoicePay', { id: other.invoice.id, method }));
    done(await change(house, 'invoicePay', { id: mine.invoice.id, method }));
    expect((await first)?.invoicePaid.node.id).toBe(mine.invoice.id);
    await events.return(undefined);
  });
});

describe('invoiceChanged', () => {
  it('tells of one invoice', async () => {
    const { invoice } = await openInvoice(house);
    const events = house
      .as(finance)
      .subscribe(`subscription($id: ID) { invoiceChanged(id: $id) { kind node { id status } } }`, {
        id: invoice.id,
      });
    const kinds: string[] = [];
    const heard = (async () => {
      for await (const { data } of events) {
        const { kind, node } = (data as unknown as Changed).invoiceChanged;
        expect(node).toEqual({ id: invoice.id, status: 'OPEN' });
        kinds.push(kind);
        if (kind === 'InvoiceSent') return;
      }
    })();
    const other = await openInvoice(house);
    done(await change(house, 'invoiceSend', { id: other.invoice.id }));
    done(await change(house, 'invoiceSend', { id: invoice.id }));
    await heard;
    expect(kinds.filter((kind) => kind === 'InvoiceSent')).toHaveLength(1);
    await events.return(undefined);
  });
});

describe('unbilledChanged', () => {
  it('tells of what is earned, and of what goes to an invoice, to staff alone', async () => {
    await house.settled(finance);
    const after = encodeCursor(house.runtime.consumers.tailer.cursor);
    const query = `subscription($after: String) { unbilledChanged(after: $after) {
      kind node { status client { id } net { amount } } } }`;
    const events = house.as(finance).subscribe(query, { after });
    const { clientId } = await openInvoice(house);
    const told = async () =>
      (await events.next()).value?.data as {
        unbilledChanged: { kind: string; node: { client: { id: string } } | null };
      };
    const earned = await told();
    expect(earned.unbilledChanged).toMatchObject({
      kind: 'BillableItemRecorded',
      node: { client: { id: clientId } },
    });
    expect(await told()).toEqual({
      unbilledChanged: { kind: 'BillableItemsReserved', node: null },
    });
    expect(await told()).toEqual({
      unbilledChanged: { kind: 'BillableItemsInvoiced', node: null },
    });
    await events.return(undefined);

    const payer = house.as(clientUser(clientId, ['billing:read'])).subscribe(query, { after });
    const silent = payer.next();
    const heard = house.as(finance).subscribe(query, { after });
    for (let n = 0; n < 3; n++) await heard.next();
    await heard.return(undefined);
    const quiet = Symbol('quiet');
    expect(await Promise.race([silent, Promise.resolve(quiet)])).toBe(quiet);
    void payer.return(undefined);
  });
});
