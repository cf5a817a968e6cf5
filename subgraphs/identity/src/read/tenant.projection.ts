import { projection } from '@nexus/kit/read';
import type { IdentityEvents } from '../../events.d.ts';
import { Tenant, tenantTable } from './tenant.entity.js';

/** Settings that lie in the tenant's row, too. */
const REGIONAL = new Set(['locale', 'timeZone', 'currency']);

export const tenantProjection = projection<IdentityEvents>()({
  name: 'identity.tenant',
  mode: 'inline',
  entity: Tenant,
  table: tenantTable,
  shared: true,
  on: {
    'identity.TenantActivated': {
      key: ({ data }) => data.tenantId,
      apply: (_, { data: { tenantId: _id, ...facts } }) => facts,
    },
    'identity.SettingChanged': {
      key: ({ data }) => data.tenantId,
      apply: (row, { data: { key, to } }) =>
        row && REGIONAL.has(key) ? { [key]: String(to) } : undefined,
    },
  },
});
