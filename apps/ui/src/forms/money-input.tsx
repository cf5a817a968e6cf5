import { type ComponentProps, useCallback } from 'react';
import {
  type Decimal,
  digitsOf,
  formatDecimal,
  type Money,
  readDecimal,
} from '../components/decimal.js';
import { useRegion } from '../components/region.js';
import { ParsedInput, type ParsedInputProps } from './parsed-input.js';

interface MoneyInputProps
  extends Omit<ParsedInputProps<Decimal>, 'value' | 'onChange' | 'read' | 'format' | 'trailing'> {
  readonly value: Money | null;
  readonly onChange: (value: Money | null) => void;
  /** ISO 4217; an amount is always in one. */
  readonly currency: string;
  /** More digits than the currency has, for prices of small units. */
  readonly digits?: number;
}

/** An amount in major units, an exact decimal from the first keystroke to the graph. */
export function MoneyInput({ value, onChange, currency, digits, ...rest }: MoneyInputProps) {
  const { locale } = useRegion();
  const places = digits ?? digitsOf(currency);
  const read = useCallback((text: string) => readDecimal(text, locale, places), [locale, places]);
  const trailing: ComponentProps<'span'>['children'] = (
    <span aria-hidden className="px-2 text-small">
      {currency}
    </span>
  );
  return (
    <ParsedInput
      inputMode="decimal"
      {...rest}
      value={value?.amount ?? null}
      onChange={(amount) => onChange(amount === null ? null : { amount, currency })}
      read={read}
      format={(amount) => formatDecimal(amount, locale, places)}
      trailing={trailing}
    />
  );
}
