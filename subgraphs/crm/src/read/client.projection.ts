import { foldName } from '@nexus/kit/domain';
import { projection } from '@nexus/kit/read';
import type { ClientChanges, CrmEvents } from '../../events.d.ts';
import { Client, clientTable } from './client.entity.js';

function changed({ name, tags, ...rest }: ClientChanges): Partial<Client> {
  return {
    ...rest,
    ...(tags && { tags: [...tags] }),
    ...(name !== undefined && { name, nameFolded: foldName(name) }),
  };
}

export const clientProjection = projection<CrmEvents>()({
  name: 'crm.client',
  mode: 'inline',
  entity: Client,
  table: clientTable,
  on: {
    'crm.ClientCreated': {
      creates: true,
      key: ({ data }) => data.clientId,
      apply: (
        _,
        { data: { clientId: _id, ownerId, lifecycle, ...facts }, version, occurredAt },
      ) => ({
        ...changed(facts),
        version,
        ownerId,
        lifecycle,
        archived: false,
        createdAt: occurredAt,
      }),
    },
    'crm.ClientUpdated': {
      key: ({ data }) => data.clientId,
      apply: (_, { data, version }) => ({ ...changed(data.changes), version }),
    },
    'crm.ClientLifecycleChanged': {
      key: ({ data }) => data.clientId,
      apply: (_, { data, version }) => ({ lifecycle: data.to, version }),
    },
    'crm.ClientOwnerChanged': {
      key: ({ data }) => data.clientId,
      apply: (_, { data, version }) => ({ ownerId: data.ownerId, version }),
    },
    'crm.ClientArchived': {
      key: ({ data }) => data.clientId,
      apply: (_, { version }) => ({ archived: true, version }),
    },
    'crm.ClientRestored': {
      key: ({ data }) => data.clientId,
      apply: (_, { version }) => ({ archived: false, version }),
    },
  },
});
