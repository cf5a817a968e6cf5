import { parseDecimal } from '@nexus/kit/domain';

/** Writes `amount / 10^scale` as a decimal text without trailing zeros: (625n, 2n) is "6.25". */
export function decimalText(amount: bigint, scale: bigint): string {
  const negative = amount < 0n;
  const digits = (negative ? -amount : amount).toString().padStart(Number(scale) + 1, '0');
  const cut = digits.length - Number(scale);
  const fraction = digits.slice(cut).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, cut)}${fraction && `.${fraction}`}`;
}

/** The exact sum of decimal texts. Throws RangeError where one is no decimal. */
export function addDecimals(texts: Iterable<string>): string {
  let amount = 0n;
  let scale = 0n;
  for (const text of texts) {
    const term = parseDecimal(text);
    if (!term) throw new RangeError(`Not a decimal: ${text}`);
    const common = term.scale > scale ? term.scale : scale;
    amount = amount * 10n ** (common - scale) + term.amount * 10n ** (common - term.scale);
    scale = common;
  }
  return decimalText(amount, scale);
}

/** A percentage as a factor: "8.875" becomes "0.08875". */
export function percentFactor(percent: string): string {
  const value = parseDecimal(percent);
  if (!value) throw new RangeError(`Not a decimal: ${percent}`);
  return decimalText(value.amount, value.scale + 2n);
}
