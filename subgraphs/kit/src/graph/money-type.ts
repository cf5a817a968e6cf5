import { Field, InputType, ObjectType } from 'type-graphql';
import {
  exponentOf,
  fromDecimalText,
  type Money,
  toDecimalText,
  violation,
} from '../domain/index.js';
import { Refusal } from '../events/faults.js';
import { Shareable } from './decorators.js';
import { CurrencyCodeScalar, DecimalScalar } from './scalars.js';

@Shareable()
@ObjectType('Money', { description: 'An exact amount of a currency.', simpleResolvers: true })
export class MoneyType {
  @Field(() => DecimalScalar, {
    description: 'The amount in major units with the digits of its currency.',
  })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency by its ISO 4217 code.' })
  currency!: string;
}

@InputType('MoneyInput', { description: 'An exact amount of a currency.' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'The amount in major units.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency by its ISO 4217 code.' })
  currency!: string;
}

/** Money as the graph shows it; null stays null. */
export function showMoney(amount: Money): MoneyType;
export function showMoney(amount: Money | null | undefined): MoneyType | null;
export function showMoney(amount: Money | null | undefined): MoneyType | null {
  return amount ? { amount: toDecimalText(amount), currency: amount.currency } : null;
}

/** Reads an amount of the input. Throws Refusal (TOO_MANY_DECIMALS) where it has more digits than its currency. */
export function readMoney(input: MoneyInput, path: readonly string[]): Money {
  const amount = fromDecimalText(input.amount, input.currency);
  if (!amount) {
    const digits = exponentOf(input.currency);
    const message = `An amount in ${input.currency} has at most ${digits} decimals.`;
    throw new Refusal([
      violation('TOO_MANY_DECIMALS', message, {
        path: [...path, 'amount'],
        meta: { currency: input.currency, max: digits },
      }),
    ]);
  }
  return amount;
}
