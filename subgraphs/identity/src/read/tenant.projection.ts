import { projection } from '@nexus/kit/read';
import type { IdentityEvents } from '../../events.d.ts';
import { Tenant, tenantTable } from './tenant.entity.js';

export const tenantProjection = projection<IdentityEvents>()({
  name: 'identity.tenant',
  mode: 'inline',
  entity: Tenant,
  table: tenantTable,
  on: {
    'identity.TenantActivated': {
      key: ({ data }) => data.tenantId,
      apply: (_, { data: { tenantId: _id, ...facts } }) => facts,
    },
  },
});
