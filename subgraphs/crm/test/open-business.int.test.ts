import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BillingEvents } from '@nexus/billing/events';
import { defineEvents, type EventCatalogue, event } from '@nexus/kit/domain';
import { openTestHouse, staff, type TestHouse } from '@nexus/kit/testing';
import type { ProjectsEvents } from '@nexus/projects/events';
import { crm } from '../src/index.js';

/** Events of other domains as they come from the log; those domains are not in this house. */
const projects = defineEvents('projects', {
  ProjectCreated: event<ProjectsEvents['projects.ProjectCreated']>(),
  ProjectPhaseChanged: event<ProjectsEvents['projects.ProjectPhaseChanged']>(),
});
const billing = defineEvents('billing', {
  InvoiceFinalized: event<BillingEvents['billing.InvoiceFinalized']>(),
  InvoicePaid: event<BillingEvents['billing.InvoicePaid']>(),
});

const manager = staff(['crm:read', 'crm:write']);
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({
    subgraphs: [{ ...crm, catalogues: [...crm.catalogues, projects, billing] }],
  });
});
afterAll(() => house.close());

const tell = (catalogue: EventCatalogue, id: string, type: string, data: object) =>
  house.tell(manager, catalogue, id, { type, data });

const archive = async (id: string) => {
  const query = `mutation($id: ID!) { clientArchive(input: { id: $id }) { client { id } errors { rule code path } } }`;
  const { clientArchive } = await house.as(manager).ask<{
    clientArchive: { client: { id: string } | null; errors: object[] };
  }>(query, { id });
  return clientArchive;
};

it('A client is archived only once its projects are closed and its invoices paid', async () => {
  const { clientCreate } = await house
    .as(manager)
    .ask<{ clientCreate: { client: { id: string } } }>(
      `mutation { clientCreate(input: { name: "Busy", currency: "EUR" }) { client { id } } }`,
    );
  const clientId = clientCreate.client.id;
  const refused = {
    client: null,
    errors: [{ rule: 'CLIENT_HAS_OPEN_BUSINESS', code: 'INVALID_STATE', path: ['input', 'id'] }],
  };

  await tell(projects, 'prj_1', 'ProjectCreated', { projectId: 'prj_1', clientId });
  expect(await archive(clientId)).toEqual(refused);
  await tell(billing, 'inv_1', 'InvoiceFinalized', { invoiceId: 'inv_1', clientId });
  await tell(projects, 'prj_1', 'ProjectPhaseChanged', { projectId: 'prj_1', to: 'CLOSED' });
  expect(await archive(clientId)).toEqual(refused);
  await tell(billing, 'inv_1', 'InvoicePaid', { invoiceId: 'inv_1', clientId });
  expect(await archive(clientId)).toEqual({ client: { id: clientId }, errors: [] });
});
