import { readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The clients that crm knows: who may be invited on behalf of which. */
export const clientOrgTable = readTable({
  schema: 'identity',
  name: 'client_org',
  clientColumn: 'id',
  columns: `
    id text COLLATE "C" NOT NULL,
    archived boolean NOT NULL`,
});

@Entity({ schema: 'identity', name: 'client_org' })
export class ClientOrg extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('boolean')
  archived!: boolean;
}
