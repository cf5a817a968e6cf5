import type { CrmEvents } from '@nexus/crm/events';
import type { IdentityEvents } from '@nexus/identity/events';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const clientTable = readTable({
  schema: 'projects',
  name: 'client',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    currency text NOT NULL,
    archived boolean NOT NULL`,
});

/** What projects need to know of crm's clients. */
@Entity({ schema: 'projects', name: 'client' })
export class KnownClient extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  currency!: string;

  @Column('boolean')
  archived!: boolean;
}

export const clientProjection = projection<CrmEvents>()({
  name: 'projects.client',
  mode: 'catchup',
  entity: KnownClient,
  table: clientTable,
  on: {
    'crm.ClientCreated': {
      key: ({ data }) => data.clientId,
      apply: (_, { data: { name, currency } }) => ({ name, currency, archived: false }),
    },
    'crm.ClientUpdated': {
      key: ({ data }) => data.clientId,
      apply: (row, { data: { changes } }) =>
        row && { name: changes.name ?? row.name, currency: changes.currency ?? row.currency },
    },
    'crm.ClientArchived': {
      key: ({ data }) => data.clientId,
      apply: (row) => row && { archived: true },
    },
    'crm.ClientRestored': {
      key: ({ data }) => data.clientId,
      apply: (row) => row && { archived: false },
    },
  },
});

export const personTable = readTable({
  schema: 'projects',
  name: 'person',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    active boolean NOT NULL`,
});

/** Who may become a member: people of the tenant, by user id. */
@Entity({ schema: 'projects', name: 'person' })
export class KnownPerson extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('boolean')
  active!: boolean;
}

export const personProjection = projection<IdentityEvents>()({
  name: 'projects.person',
  mode: 'catchup',
  entity: KnownPerson,
  table: personTable,
  // One person may hold several memberships in a tenant.
  shared: true,
  on: {
    'identity.UserActivated': {
      key: ({ data }) => data.userId,
      apply: (row, { data }) =>
        row?.active && row.kind === 'STAFF' ? undefined : { kind: data.kind, active: true },
    },
    'identity.UserDeactivated': {
      key: ({ data }) => data.userId,
      apply: (row, { data }) => (row && row.kind === data.kind ? { active: false } : undefined),
    },
  },
});
