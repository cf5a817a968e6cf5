import type { CrmEvents } from '@nexus/crm/events';
import { projection } from '@nexus/kit/read';
import { ClientOrg, clientOrgTable } from './client-org.entity.js';

export const clientOrgProjection = projection<CrmEvents>()({
  name: 'identity.client_org',
  mode: 'catchup',
  entity: ClientOrg,
  table: clientOrgTable,
  on: {
    'crm.ClientCreated': { key: ({ data }) => data.clientId, apply: () => ({ archived: false }) },
    'crm.ClientArchived': { key: ({ data }) => data.clientId, apply: () => ({ archived: true }) },
    'crm.ClientRestored': { key: ({ data }) => data.clientId, apply: () => ({ archived: false }) },
  },
});
