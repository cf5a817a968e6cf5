import { projection } from '@nexus/kit/read';
import type { IdentityEvents } from '../../events.d.ts';
import { TenantEntry, tenantEntryTable } from './tenant-entry.entity.js';

export const tenantEntryProjection = projection<IdentityEvents>()({
  name: 'identity.tenant_entry',
  mode: 'inline',
  entity: TenantEntry,
  table: tenantEntryTable,
  on: {
    'identity.TenantRequested': {
      key: ({ data }) => data.tenantId,
      apply: (_, { data: { name, slug, kind }, occurredAt }) => ({
        name,
        slug,
        kind,
        createdAt: occurredAt,
      }),
    },
  },
});
