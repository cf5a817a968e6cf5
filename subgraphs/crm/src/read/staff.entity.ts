import { readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const staffTable = readTable({
  schema: 'crm',
  name: 'staff',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    active boolean NOT NULL`,
});

/** Who may own a client: the tenant's staff, by user id. */
@Entity({ schema: 'crm', name: 'staff' })
export class Staff extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('boolean')
  active!: boolean;
}
