import { CurrencyCodeScalar, Key, Node } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PostalAddress, TaxIdStatus } from '../domain/parties.js';
import { BillingAddress } from './biller.entity.js';
import { TaxIdStatusEnum } from './enums.js';
import { ClientRef } from './references.js';

@Key('id')
@ObjectType('BillingAccount', { implements: Node, description: 'The buying side of a client.' })
@Entity({ schema: 'billing', name: 'account' })
export class BillingAccount extends TenantRow {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Field(() => String, { description: 'The name on invoices.' })
  @Column('text')
  legalName!: string;

  @Field(() => BillingAddress, { nullable: true, description: 'The address on invoices.' })
  @Column('jsonb', { nullable: true })
  address!: PostalAddress | null;

  @Field(() => String, { nullable: true, description: 'The tax id.' })
  @Column('text', { nullable: true })
  vatId!: string | null;

  @Field(() => TaxIdStatusEnum, { description: 'Whether the tax id was looked up.' })
  @Column('text')
  vatIdStatus!: TaxIdStatus;

  @Field(() => CurrencyCodeScalar, { description: 'The client’s currency.' })
  @Column('text')
  currency!: string;

  @Field(() => Int, { nullable: true, description: 'Days to pay; null: as the seller says.' })
  @Column('integer', { nullable: true })
  paymentTerms!: number | null;

  @Column('text') clientId!: string;

  @Field(() => ClientRef, { nullable: true, description: 'The client.' })
  get client(): ClientRef {
    return ClientRef.of(this.clientId);
  }
}
