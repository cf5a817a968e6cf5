import { useMemo } from 'react';
import { dateOf, type IsoDate } from '../components/iso-date.js';
import { type Region, useRegion } from '../components/region.js';

/** Days, times and shares as the reader's region writes them. */
export interface Format {
  /** A day without a time: `14 Mar 2026`. */
  readonly day: (day: IsoDate) => string;
  /** A moment, ISO 8601 with a zone, in the reader's own zone: `14 Mar 2026, 09:30`. */
  readonly moment: (moment: string) => string;
  readonly time: (moment: string) => string;
  readonly number: (value: number) => string;
  /** @param share 0 to 1 */
  readonly share: (share: number) => string;
}

/** One per region: to make a formatter costs more than to use it. */
export function createFormat({ locale, timeZone }: Region): Format {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    day: (value) => day.format(dateOf(value)),
    moment: (value) => moment.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
  };
}

export function useFormat(): Format {
  const { locale, timeZone } = useRegion();
  return useMemo(() => createFormat({ locale, timeZone }), [locale, timeZone]);
}
