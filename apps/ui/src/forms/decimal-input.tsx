import { useCallback } from 'react';
import { type Decimal, formatDecimal, readDecimal } from '../components/decimal.js';
import { useRegion } from '../components/region.js';
import { ParsedInput, type ParsedInputProps } from './parsed-input.js';

interface DecimalInputProps
  extends Omit<ParsedInputProps<Decimal>, 'read' | 'format' | 'inputMode'> {
  /** Digits after the point that are always shown; default 0. */
  readonly digits?: number;
  /** Digits after the point that may be typed. */
  readonly maxDigits: number;
}

/** A number that is no money: a quantity, a price of small units. Exact from the first keystroke to the graph. */
export function DecimalInput({ digits = 0, maxDigits, ...rest }: DecimalInputProps) {
  const { locale } = useRegion();
  const read = useCallback(
    (text: string) => {
      const found = readDecimal(text, locale, maxDigits);
      return found === null ? null : found.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
    },
    [locale, maxDigits],
  );
  return (
    <ParsedInput
      {...rest}
      inputMode="decimal"
      read={read}
      format={(value) => formatDecimal(value, locale, digits)}
    />
  );
}
