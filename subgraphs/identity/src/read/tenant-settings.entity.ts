import { readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Provisioned, SettingValues } from '../domain/setting-values.js';

/** What a tenant has set, one row each. Which of it somebody may see is asked of the policy. */
export const tenantSettingsTable = readTable({
  schema: 'identity',
  name: 'tenant_settings',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    chosen jsonb NOT NULL,
    provisioned jsonb NOT NULL`,
});

@Entity({ schema: 'identity', name: 'tenant_settings' })
export class TenantSettings extends TenantRow {
  /** The tenant's own id. */
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  chosen!: SettingValues;

  /** What the tenant was made with; the default of what it was made with. */
  @Column('jsonb')
  provisioned!: Partial<Provisioned>;
}
