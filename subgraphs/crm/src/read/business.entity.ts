import { readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const businessTable = readTable({
  schema: 'crm',
  name: 'business',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    open boolean NOT NULL`,
  indexes: ['(tenant_id, client_id) WHERE open'],
});

/** A project or an invoice of a client, as far as crm needs to know: whether it is open. */
@Entity({ schema: 'crm', name: 'business' })
export class Business extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  clientId!: string;

  @Column('boolean')
  open!: boolean;
}
