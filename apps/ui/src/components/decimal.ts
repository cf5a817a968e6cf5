/**
 * Exact decimals in strings, as the graph writes amounts: `"1234.50"`. They never become floating numbers:
 * not when typed, not when shown.
 */
export type Decimal = string;

/** An amount in major units of a currency (ISO 4217). */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

/** Digits after the point that a currency has: 2 for EUR, 0 for JPY. */
export function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * Reads a number as people of a locale type it, their separator of thousands or none. Null where it is
 * no number or has more than `digits` after the point: nothing is rounded silently.
 */
export function readDecimal(text: string, locale: string, digits: number): Decimal | null {
  const { groups, decimal } = separatorsOf(locale);
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/\u2212/g, '-');
  const group = groups.find((sign) => isGrouped(bare, sign, decimal));
  const ungrouped = group ? bare.replaceAll(group, '') : bare;
  if (decimal !== '.' && ungrouped.includes('.')) return null;
  const found = /^(-?)(\d*)(?:[.](\d*))?$/.exec(ungrouped.replace(decimal, '.'));
  if (!found) return null;
  const [, sign = '', whole = '', fraction = ''] = found;
  const kept = fraction.replace(/0+$/, '');
  if (whole + fraction === '' || kept.length > digits) return null;
  const integer = whole.replace(/^0+(?=\d)/, '') || '0';
  const isZero = /^0*$/.test(integer + kept);
  return `${isZero ? '' : sign}${integer}${digits > 0 ? `.${kept.padEnd(digits, '0')}` : ''}`;
}

/** The number with the separators of a locale and `digits` after the point: more only where it has more. */
export function formatDecimal(value: Decimal, locale: string, digits: number): string {
  const own = value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, own),
  }).format(value as `${number}`);
}

export function formatMoney({ amount, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
    amount as `${number}`,
  );
}

/** Thousands may be parted otherwise in amounts than in numbers: in Austria by points, and by spaces. */
function separatorsOf(locale: string) {
  const number = new Intl.NumberFormat(locale, { useGrouping: true });
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const parts = [number, amount].flatMap((format) => format.formatToParts(1_234_567.8));
  const signs = (type: string) =>
    parts.filter((part) => part.type === type).map(({ value }) => value);
  const [decimal = '.'] = signs('decimal');
  return { groups: [...new Set(signs('group'))].filter((sign) => sign !== decimal), decimal };
}

/** Whether a sign stands where thousands are parted: `1.234` is grouped in German, `1.5` is a mistake. */
function isGrouped(text: string, group: string, decimal: string): boolean {
  const [whole = ''] = text.split(decimal);
  const [first = '', ...rest] = whole.replace(/^-/, '').split(group);
  return (
    rest.length > 0 && /^\d{1,3}$/.test(first) && rest.every((digits) => /^\d{2,3}$/.test(digits))
  );
}
