import { readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Brand } from '../../events.d.ts';

/** How a tenant looks, one row each. The draft is asked of the policy; what is published, everybody sees. */
export const brandingTable = readTable({
  schema: 'identity',
  name: 'branding',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    draft jsonb NOT NULL,
    published jsonb,
    published_at timestamptz`,
});

@Entity({ schema: 'identity', name: 'branding' })
export class BrandingRow extends TenantRow {
  /** The tenant's own id. */
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  draft!: Brand;

  @Column('jsonb')
  published!: Brand | null;

  @Column('timestamptz')
  publishedAt!: Date | null;
}
