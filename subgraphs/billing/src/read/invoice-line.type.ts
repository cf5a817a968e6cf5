import { exponentOf, type Money } from '@nexus/kit/domain';
import { Connection, DateScalar, DecimalScalar, MoneyType, showMoney } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';
import type { InvoiceLine as Line } from '../domain/invoice-line.js';
import { taxOfLine } from '../domain/invoice-totals.js';
import type { TaxTreatment } from '../domain/tax-decision.js';
import { LineUnitEnum, TaxCategoryEnum, TaxHintEnum } from './enums.js';
import { ProjectRef, TimeEntryRef } from './references.js';

/** A price with at least the digits of its currency: "120" EUR is "120.00", "0.0125" stays. */
export function priceText(price: string, currency: string): string {
  const [whole = '0', fraction = ''] = price.split('.');
  const digits = fraction.padEnd(exponentOf(currency), '0');
  return digits ? `${whole}.${digits}` : whole;
}

@ObjectType('ServicePeriod', { description: 'The days on which a service was rendered.' })
export class ServicePeriod {
  @Field(() => DateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  to!: string;
}

@ObjectType('InvoiceLine', { description: 'A position of an invoice.' })
export class InvoiceLine {
  readonly #line: Line;
  readonly #currency: string;
  readonly #tax: TaxTreatment;

  constructor(line: Line, currency: string, tax: TaxTreatment) {
    this.#line = line;
    this.#currency = currency;
    this.#tax = tax;
  }

  @Field(() => ID, { description: 'Opaque id.' })
  get id(): string {
    return this.#line.id;
  }

  @Field(() => String, { description: 'What is invoiced.' })
  get description(): string {
    return this.#line.description;
  }

  @Field(() => DecimalScalar, { description: 'How much of it.' })
  get quantity(): string {
    return this.#line.quantity;
  }

  @Field(() => LineUnitEnum, { description: 'What the quantity counts.' })
  get unit() {
    return this.#line.unit;
  }

  @Field(() => MoneyType, {
    description: 'Net price of one; may have more digits than the currency.',
  })
  get unitPrice(): MoneyType {
    const currency = this.#currency;
    return { amount: priceText(this.#line.unitPrice, currency), currency };
  }

  @Field(() => MoneyType, { nullable: true, description: 'What is taken off the line.' })
  get discount(): MoneyType | null {
    return showMoney(this.#line.discount);
  }

  @Field(() => MoneyType, { description: 'Quantity × price − discount, rounded half up.' })
  get net(): MoneyType {
    return showMoney(this.#line.net);
  }

  @Field(() => TaxHintEnum, { description: 'Which of the country’s rates it takes.' })
  get taxHint() {
    return this.#line.taxHint;
  }

  @Field(() => TaxCategoryEnum, { description: 'The tax category after EN 16931.' })
  get taxCategory() {
    return taxOfLine(this.#line, this.#tax).category;
  }

  @Field(() => DecimalScalar, { description: 'The tax rate in percent.' })
  get taxRate(): string {
    return taxOfLine(this.#line, this.#tax).percent;
  }

  @Field(() => ServicePeriod, { nullable: true, description: 'When the service was rendered.' })
  get servicePeriod(): ServicePeriod | null {
    return this.#line.servicePeriod;
  }

  @Field(() => ProjectRef, { nullable: true, description: 'The project it was rendered in.' })
  get project(): ProjectRef | null {
    return this.#line.projectId ? ProjectRef.of(this.#line.projectId) : null;
  }

  @Field(() => [TimeEntryRef], {
    nullable: 'items',
    description: 'The approved time behind the line.',
  })
  get timeEntries(): TimeEntryRef[] {
    return this.#line.sources
      .filter(({ kind }) => kind === 'TIME')
      .map(({ id }) => TimeEntryRef.of(id));
  }
}

export const InvoiceLineConnection = Connection(
  InvoiceLine as unknown as abstract new () => InvoiceLine,
  'InvoiceLine',
);

@ObjectType('InvoiceTaxLine', { description: 'The tax of one category and rate.' })
export class InvoiceTaxLine {
  @Field(() => TaxCategoryEnum, { description: 'The tax category after EN 16931.' })
  category!: string;

  @Field(() => DecimalScalar, { description: 'The rate in percent.' })
  rate!: string;

  @Field(() => MoneyType, { description: 'Sum of the nets taxed at it.' })
  net!: MoneyType;

  @Field(() => MoneyType, { description: 'The tax on that sum, rounded once.' })
  tax!: MoneyType;

  static of(part: { category: string; rate: string; net: Money; tax: Money }): InvoiceTaxLine {
    const { category, rate } = part;
    return Object.assign(new InvoiceTaxLine(), {
      ...{ category, rate },
      net: showMoney(part.net),
      tax: showMoney(part.tax),
    });
  }
}
