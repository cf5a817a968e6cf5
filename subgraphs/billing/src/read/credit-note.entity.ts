import { CurrencyCodeScalar, DateScalar, Key, MoneyType, Node, showMoney } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TaxLine } from '../../events.js';
import type { CreditLine } from '../domain/invoice.events.js';

@Key('id')
@ObjectType('CreditNote', {
  implements: Node,
  description: 'Takes an invoice back, in whole or in part.',
})
@Entity({ schema: 'billing', name: 'credit_note' })
export class CreditNote extends TenantRow {
  @Field(() => ID, { description: 'Opaque id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'Number without gaps, `CN-2026-000001`.' })
  @Column('text')
  number!: string;

  @Field(() => DateScalar, { description: 'The day of issue in the seller’s zone.' })
  @Column('date')
  issueDate!: string;

  @Field(() => CurrencyCodeScalar, { description: 'Its currency.' })
  @Column('text')
  currency!: string;

  @Field(() => Boolean, { description: 'Whether nothing of the invoice is left uncredited.' })
  @Column('boolean', { name: 'is_full' })
  full!: boolean;

  @Field(() => String, { description: 'Why it was issued.' })
  @Column('text')
  reason!: string;

  @Column('text') invoiceId!: string;
  @Column('text') clientId!: string;
  @Column('text', { nullable: true }) projectId!: string | null;
  @Column('bigint') netMinor!: number;
  @Column('bigint') taxMinor!: number;
  @Column('bigint') totalMinor!: number;
  @Column('jsonb') lineData!: readonly CreditLine[];
  @Column('jsonb') breakdown!: readonly TaxLine[];

  @Field(() => MoneyType, { description: 'What is taken back, without tax.' })
  get net(): MoneyType {
    return showMoney({ minor: this.netMinor, currency: this.currency });
  }

  @Field(() => MoneyType, { description: 'The tax that is taken back.' })
  get tax(): MoneyType {
    return showMoney({ minor: this.taxMinor, currency: this.currency });
  }

  @Field(() => MoneyType, { description: 'All that is taken back.' })
  get total(): MoneyType {
    return showMoney({ minor: this.totalMinor, currency: this.currency });
  }
}
