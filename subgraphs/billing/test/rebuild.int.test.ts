import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '@nexus/kit/consumers';
import { billing } from '../src/index.js';
import {
  type BillingHouse,
  change,
  done,
  draftedHour,
  finance,
  openBillingHouse,
  openInvoice,
  publish,
} from './support/billing-house.js';

let house: BillingHouse;
beforeAll(async () => {
  house = await openBillingHouse();
  const { invoice: voided } = await openInvoice(house);
  done(await change(house, 'invoiceVoid', { id: voided.id, reason: 'wrong' }));
  const { invoice: paid } = await openInvoice(house);
  const amount = { amount: '100.00', currency: 'EUR' };
  done(await change(house, 'invoicePay', { id: paid.id, amount, method: { sandbox: 'tok_visa' } }));
  done(await change(house, 'creditNoteIssue', { invoiceId: paid.id, reason: 'rest' }));
  const { invoice: draft, entryId, clientId, projectId } = await draftedHour(house);
  const line = { description: 'More', quantity: '2', unitPrice: '5', taxHint: 'REDUCED' };
  done(await change(house, 'invoiceLineAdd', { id: draft.id, line }));
  const unapproved = { entryId, userId: finance.subject, clientId, projectId };
  await publish(house, 'projects.TimeEntryUnapproved', unapproved);
  const { invoice: deleted } = await draftedHour(house);
  done(await change(house, 'invoiceDraftDelete', { id: deleted.id }));
  await publish(house, 'crm.ClientUpdated', { clientId, changes: { legalName: 'Acme SE' } });
  await house.settled(finance);
});
afterAll(() => house.close());

describe('what is written with the events', () => {
  const inline = billing.projections.filter(({ mode }) => mode === 'inline');

  it.each(inline.map((projection) => [projection.name, projection] as const))(
    'follows from them alone: %s',
    async (_, projection) => {
      const { name } = projection.table;
      const dump = () => house.database.sql(`SELECT * FROM ${name} t ORDER BY t.id`);
      const before = await dump();
      expect(before.length).toBeGreaterThan(0);
      await rebuild(house.kernel, house.database.ownerUrl, projection);
      expect(await dump()).toEqual(before);
    },
  );
});
