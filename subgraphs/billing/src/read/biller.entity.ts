import { CurrencyCodeScalar, DateScalar, DecimalScalar } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BankDetails, PostalAddress } from '../domain/parties.js';
import type { TaxHint, TaxRate } from '../domain/tax-rates.js';
import { TaxHintEnum } from './enums.js';

@ObjectType('BillingAddress', { description: 'A postal address as invoices print it.' })
export class BillingAddress implements PostalAddress {
  @Field(() => String, { description: 'Street and number.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'More of it.' })
  line2!: string | null;

  @Field(() => String, { description: 'Postal code.' })
  postcode!: string;

  @Field(() => String, { description: 'City.' })
  city!: string;

  @Field(() => String, { nullable: true, description: 'State or province, `NY`.' })
  region!: string | null;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string;
}

@ObjectType('BankDetails', { description: 'Where a bank transfer goes.' })
export class BankDetailsType implements BankDetails {
  @Field(() => String, { description: 'The account’s holder.' })
  holder!: string;

  @Field(() => String, { description: 'IBAN.' })
  iban!: string;

  @Field(() => String, { nullable: true, description: 'BIC.' })
  bic!: string | null;
}

@ObjectType('TaxRate', { description: 'A rate in force in a country or state from a day on.' })
export class TaxRateType implements TaxRate {
  @Field(() => String, { description: '`DE`, `US-NY`.' })
  jurisdiction!: string;

  @Field(() => TaxHintEnum, { description: 'Which of the rates it is.' })
  hint!: TaxHint;

  @Field(() => DecimalScalar, { description: 'Percent.' })
  percent!: string;

  @Field(() => DateScalar, { description: 'First day of validity.' })
  from!: string;
}

@ObjectType('Biller', { description: 'What the tenant is as a seller.' })
@Entity({ schema: 'billing', name: 'biller' })
export class Biller extends TenantRow {
  @PrimaryColumn('text') id!: string;

  @Field(() => String, { description: 'Its name by law.' })
  @Column('text')
  legalName!: string;

  @Field(() => BillingAddress, { nullable: true, description: 'Its address.' })
  @Column('jsonb', { nullable: true })
  address!: PostalAddress | null;

  @Field(() => String, { description: 'The country it is at home in.' })
  @Column('text')
  country!: string;

  @Field(() => String, { nullable: true, description: 'Its tax id.' })
  @Column('text', { nullable: true })
  vatId!: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of its books.' })
  @Column('text')
  currency!: string;

  @Field(() => String, { description: 'The IANA zone of issue dates and number series.' })
  @Column('text')
  timeZone!: string;

  @Field(() => Int, { description: 'Days to pay.' })
  @Column('integer')
  paymentTerms!: number;

  @Field(() => Int, { description: 'Minutes to which each time entry is rounded up.' })
  @Column('integer')
  incrementMinutes!: number;

  @Field(() => String, { description: 'Beginning of invoice numbers.' })
  @Column('text')
  invoiceSeries!: string;

  @Field(() => String, { description: 'Beginning of credit note numbers.' })
  @Column('text')
  creditNoteSeries!: string;

  @Field(() => [String], { description: 'Where it is registered for tax: `DE`, `US-NY`.' })
  @Column('jsonb')
  registrations!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it is registered in the EU’s one-stop shop.' })
  @Column('boolean')
  oneStopShop!: boolean;

  @Field(() => [TaxRateType], { description: 'Its own tax rates, before those shipped.' })
  @Column('jsonb')
  taxRates!: readonly TaxRate[];

  @Field(() => BankDetailsType, { nullable: true, description: 'Where a bank transfer goes.' })
  @Column('jsonb', { nullable: true })
  bank!: BankDetails | null;
}
