import { DateScalar, DateTimeScalar, Key, MoneyType, Node, showMoney } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  PaymentKind,
  type PaymentKindName,
  PaymentStatus,
  type PaymentStatusName,
} from './enums.js';

@Key('id')
@ObjectType('Payment', { implements: Node, description: 'Money on its way, come, or declined.' })
@Entity({ schema: 'billing', name: 'payment' })
export class Payment extends TenantRow {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => PaymentStatus, { description: 'Where it is in its life.' })
  @Column('text')
  status!: PaymentStatusName;

  @Field(() => PaymentKind, { description: 'The way by which it comes.' })
  @Column('text')
  kind!: PaymentKindName;

  @Field(() => String, { nullable: true, description: 'Where the payer confirms it.' })
  @Column('text', { nullable: true })
  actionUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined: the gateway’s code.' })
  @Column('text', { nullable: true })
  failureCode!: string | null;

  @Field(() => String, { nullable: true, description: 'What the bank statement or receipt says.' })
  @Column('text', { nullable: true })
  reference!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the money came.' })
  @Column('date', { nullable: true })
  valueDate!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  @Column('timestamptz')
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came out.' })
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('text') invoiceId!: string;
  @Column('text') clientId!: string;
  @Column('text', { nullable: true }) projectId!: string | null;
  @Column('text') currency!: string;
  @Column('bigint') amountMinor!: number;
  @Column('text', { nullable: true }) token!: string | null;
  @Column('text', { nullable: true }) gatewayRef!: string | null;

  @Field(() => MoneyType, { description: 'How much.' })
  get amount(): MoneyType {
    return showMoney({ minor: this.amountMinor, currency: this.currency });
  }
}
