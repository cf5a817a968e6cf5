import { type Money, toDecimalText } from '@nexus/kit/domain';

/** In whose manner letters and documents are written: their words are German or English, and figures go with them. */
export function writtenIn(locale: string): string {
  return /^(de|en)\b/i.test(locale) ? locale : 'en-GB';
}

/** A decimal with the separators of the language and each of its digits: `1.234,50`. @param decimal `1234.50` */
export function figureIn(locale: string, decimal: string): string {
  const digits = decimal.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(writtenIn(locale), { minimumFractionDigits: digits }).format(
    decimal as `${number}`,
  );
}

/** `1.234,50`, without its currency. */
export const sumIn = (locale: string, money: Money): string =>
  figureIn(locale, toDecimalText(money));

/** `1.234,50 EUR` */
export const amountIn = (locale: string, money: Money): string =>
  `${sumIn(locale, money)} ${money.currency}`;

/** A day without a time, in any zone the same. @param day ISO 8601 */
export function dayIn(locale: string, day: string, dateStyle: 'medium' | 'long'): string {
  const format = new Intl.DateTimeFormat(writtenIn(locale), { dateStyle, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
