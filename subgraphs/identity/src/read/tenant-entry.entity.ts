import { Connection, DateTimeScalar } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TenantKind } from '../../events.d.ts';
import { TenantKindEnum } from './enums.js';

/** The operator's list of tenants, in the platform's tenant. */
export const tenantEntryTable = readTable({
  schema: 'identity',
  name: 'tenant_entry',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    slug text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    created_at timestamptz NOT NULL`,
  indexes: ['(tenant_id, created_at, id)', '(tenant_id, slug)'],
});

@ObjectType({ description: 'A tenant in the operator’s list.', simpleResolvers: true })
@Entity({ schema: 'identity', name: 'tenant_entry' })
export class TenantEntry extends TenantRow {
  @Field(() => ID, { description: 'The tenant.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'The name of the business.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'Its short name in addresses.' })
  @Column('text')
  slug!: string;

  @Field(() => TenantKindEnum, { description: 'What it is for.' })
  @Column('text')
  kind!: TenantKind;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  @Column('timestamptz')
  createdAt!: Date;
}

export const TenantEntryConnection = Connection(TenantEntry);
