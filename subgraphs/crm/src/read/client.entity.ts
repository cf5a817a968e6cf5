import { Connection, CurrencyCodeScalar, Key, Node } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AddressData, ClientLifecycle, ClientSegment } from '../../events.d.ts';
import { Address } from './address.js';
import { LifecycleEnum, SegmentEnum } from './enums.js';

export const clientTable = readTable({
  schema: 'crm',
  name: 'client',
  clientColumn: 'id',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    name_folded text COLLATE "C" NOT NULL,
    legal_name text,
    vat_id text,
    segment text NOT NULL CHECK (segment IN ('SMB', 'ENTERPRISE', 'UNIVERSITY', 'COLOCATION', 'OTHER')),
    industry text,
    address jsonb,
    currency text NOT NULL,
    owner_id text COLLATE "C",
    lifecycle text NOT NULL CHECK (lifecycle IN ('PROSPECT', 'ONBOARDING', 'ACTIVE', 'PAST')),
    tags text[] NOT NULL,
    archived boolean NOT NULL,
    created_at timestamptz NOT NULL`,
  indexes: [
    '(tenant_id, name_folded, id)',
    '(tenant_id, created_at, id)',
    '(tenant_id, lifecycle, name_folded)',
    '(tenant_id, owner_id, name_folded)',
  ],
});

@Key('id')
@ObjectType({
  implements: Node,
  description: 'An organisation that the tenant sells to: potential, current or past.',
  simpleResolvers: true,
})
@Entity({ schema: 'crm', name: 'client' })
export class Client extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Rises with each change; send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Field(() => String, { description: 'The name it goes by.' })
  @Column('text')
  name!: string;

  @Column('text')
  nameFolded!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name in the commercial register, for invoices.',
  })
  @Column('text')
  legalName!: string | null;

  @Field(() => String, { nullable: true, description: 'The VAT identification number.' })
  @Column('text')
  vatId!: string | null;

  @Field(() => SegmentEnum, { description: 'What kind of organisation it is.' })
  @Column('text')
  segment!: ClientSegment;

  @Field(() => String, { nullable: true, description: 'The line of business.' })
  @Column('text')
  industry!: string | null;

  @Field(() => Address, { nullable: true, description: 'Where it sits, for invoices and taxes.' })
  @Column('jsonb')
  address!: AddressData | null;

  @Field(() => CurrencyCodeScalar, { description: 'The currency it is invoiced in.' })
  @Column('text')
  currency!: string;

  @Column('text')
  ownerId!: string | null;

  @Field(() => LifecycleEnum, { description: 'Where the relationship stands.' })
  @Column('text')
  lifecycle!: ClientLifecycle;

  @Field(() => [String], { description: 'Free labels.' })
  @Column('text', { array: true })
  tags!: string[];

  @Field(() => Boolean, { description: 'Whether it is hidden from default lists.' })
  @Column('boolean')
  archived!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}

export const ClientConnection = Connection(Client);
