import {
  Connection,
  CurrencyCodeScalar,
  DateScalar,
  DateTimeScalar,
  Key,
  MoneyType,
  Node,
  showMoney,
} from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaxLine } from '../../events.js';
import type { InvoiceLine } from '../domain/invoice-line.js';
import type { TaxTreatment } from '../domain/tax-decision.js';
import { InvoiceStatus, type InvoiceStatusName } from './enums.js';
import { ClientRef, ProjectRef } from './references.js';

function amountOf({ currency }: { currency: string }, minor: number): MoneyType {
  return showMoney({ minor, currency });
}

/** An invoice: read model and graph type. Amounts are minor units of `currency`. */
@Key('id')
@ObjectType('Invoice', { implements: Node, description: 'What a client is asked to pay.' })
@Entity({ schema: 'billing', name: 'invoice' })
export class Invoice extends TenantRow {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Number without gaps, `INV-2026-000001`; none on a draft.',
  })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => InvoiceStatus, { description: 'Where it is in its life.' })
  @Column('text')
  status!: InvoiceStatusName;

  @Field(() => CurrencyCodeScalar, { description: 'Its currency.' })
  @Column('text')
  currency!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of issue in the seller’s zone.',
  })
  @Column('date', { nullable: true })
  issueDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day to pay.' })
  @Column('date', { nullable: true })
  dueDate!: string | null;

  @Field(() => Int, { description: 'Days to pay.' })
  @Column('integer')
  terms!: number;

  @Field(() => String, { nullable: true, description: 'A text for the client.' })
  @Column('text', { nullable: true })
  notes!: string | null;

  @Field(() => String, { nullable: true, description: 'The client’s purchase order.' })
  @Column('text', { nullable: true })
  poNumber!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the draft was made.' })
  @Column('timestamptz')
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last sent.' })
  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the client first looked at it.',
  })
  @Column('timestamptz', { nullable: true })
  viewedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last of it was paid.' })
  @Column('timestamptz', { nullable: true })
  paidAt!: Date | null;

  @Column('text') accountId!: string;
  @Column('text') clientId!: string;
  @Column('text', { nullable: true }) projectId!: string | null;
  @Column('jsonb') lineData!: readonly InvoiceLine[];
  @Column('jsonb') taxTreatment!: TaxTreatment;
  @Column('jsonb') breakdown!: readonly TaxLine[];
  @Column('bigint') netMinor!: number;
  @Column('bigint') taxMinor!: number;
  @Column('bigint') totalMinor!: number;
  @Column('bigint') paidMinor!: number;
  @Column('bigint') creditedMinor!: number;
  @Column('bigint') remainingMinor!: number;
  @Column('text', { nullable: true }) pendingPayment!: string | null;
  @Column('boolean') overdueReported!: boolean;

  @Field(() => MoneyType, { description: 'Sum of the lines without tax.' })
  get net(): MoneyType {
    return amountOf(this, this.netMinor);
  }

  @Field(() => MoneyType, { description: 'All tax.' })
  get tax(): MoneyType {
    return amountOf(this, this.taxMinor);
  }

  @Field(() => MoneyType, {
    description: 'What is to pay: net and tax. A draft shows what finalize keeps.',
  })
  get total(): MoneyType {
    return amountOf(this, this.totalMinor);
  }

  @Field(() => MoneyType, { description: 'What was paid so far.' })
  get paid(): MoneyType {
    return amountOf(this, this.paidMinor);
  }

  @Field(() => MoneyType, { description: 'What credit notes took back so far.' })
  get credited(): MoneyType {
    return amountOf(this, this.creditedMinor);
  }

  @Field(() => MoneyType, { description: 'What is left to pay.' })
  get remaining(): MoneyType {
    return amountOf(this, this.remainingMinor);
  }

  @Field(() => ClientRef, { nullable: true, description: 'Who is asked to pay.' })
  get client(): ClientRef {
    return ClientRef.of(this.clientId);
  }

  @Field(() => ProjectRef, { nullable: true, description: 'The project, where it is about one.' })
  get project(): ProjectRef | null {
    return this.projectId ? ProjectRef.of(this.projectId) : null;
  }
}

export const InvoiceConnection = Connection(Invoice);
