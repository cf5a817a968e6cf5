import { CurrencyCodeScalar, DateScalar, DecimalScalar, MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { TaxIdStatus } from '../domain/parties.js';
import type { TaxHint } from '../domain/tax-rates.js';
import { TaxHintEnum, TaxIdStatusEnum } from '../read/enums.js';

@InputType({ description: 'A postal address as invoices print it.' })
export class BillingAddressInput {
  @Field(() => String, { description: 'Street and number.' })
  line1!: string;

  @Field(() => String, { nullable: true, description: 'More of it.' })
  line2?: string | null;

  @Field(() => String, { description: 'Postal code.' })
  postcode!: string;

  @Field(() => String, { description: 'City.' })
  city!: string;

  @Field(() => String, { nullable: true, description: 'State or province, `NY`.' })
  region?: string | null;

  @Field(() => String, { description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string;
}

@InputType({ description: 'Where a bank transfer goes.' })
export class BankDetailsInput {
  @Field(() => String, { description: 'The account’s holder.' })
  holder!: string;

  @Field(() => String, { description: 'IBAN.' })
  iban!: string;

  @Field(() => String, { nullable: true, description: 'BIC.' })
  bic?: string | null;
}

@InputType({ description: 'A rate in force in a country or state from a day on.' })
export class TaxRateInput {
  @Field(() => String, { description: '`DE`, `US-NY`.' })
  jurisdiction!: string;

  @Field(() => TaxHintEnum, { description: 'Which of the rates it is.' })
  hint!: TaxHint;

  @Field(() => DecimalScalar, { description: 'Percent.' })
  percent!: string;

  @Field(() => DateScalar, { description: 'First day of validity.' })
  from!: string;
}

@InputType({ description: 'Settings of the seller; what is left out stays as it is.' })
export class BillerConfigureInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'Its name by law.' })
  legalName?: string | null;

  @Field(() => BillingAddressInput, { nullable: true, description: 'Its address; null for none.' })
  address?: BillingAddressInput | null;

  @Field(() => String, { nullable: true, description: 'The country it is at home in.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Its tax id; null for none.' })
  vatId?: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of its books.' })
  currency?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The IANA zone of issue dates and number series.',
  })
  timeZone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days to pay, 0 to 365.' })
  paymentTerms?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes to which each time entry is rounded up: 3, 6, 12, 15, 30 or 60.',
  })
  incrementMinutes?: number | null;

  @Field(() => String, { nullable: true, description: 'Beginning of invoice numbers, `INV`.' })
  invoiceSeries?: string | null;

  @Field(() => String, { nullable: true, description: 'Beginning of credit note numbers, `CN`.' })
  creditNoteSeries?: string | null;

  @Field(() => [String], { nullable: true, description: 'Where it is registered for tax.' })
  registrations?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in the EU’s one-stop shop.' })
  oneStopShop?: boolean | null;

  @Field(() => [TaxRateInput], {
    nullable: true,
    description: 'Its own tax rates; they replace the former ones.',
  })
  taxRates?: TaxRateInput[] | null;

  @Field(() => BankDetailsInput, {
    nullable: true,
    description: 'Where a bank transfer goes; null for none.',
  })
  bank?: BankDetailsInput | null;
}

@InputType({ description: 'Settings of a client’s account; what is left out stays as it is.' })
export class BillingAccountUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The tax id; null for none.' })
  vatId?: string | null;

  @Field(() => TaxIdStatusEnum, {
    nullable: true,
    description: 'What the register said of the tax id.',
  })
  vatIdStatus?: TaxIdStatus | null;

  @Field(() => Int, { nullable: true, description: 'Days to pay; null: as the seller says.' })
  paymentTerms?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuse unless the account is at this version.',
  })
  expectedVersion?: number | null;
}
