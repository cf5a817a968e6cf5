import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/use-format.js';
import { useRegion } from './region.js';

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** «3 hours ago», in the words of a locale; «now» within a minute. */
export function relativeTime(moment: string, locale: string, now: number): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const seconds = (new Date(moment).getTime() - now) / 1_000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return unit === 'second'
    ? words.format(0, 'second')
    : words.format(Math.trunc(seconds / size), unit);
}

/** How long ago a moment was; the moment itself when pointed at. It keeps up with the clock. */
export function RelativeTime({ moment }: { readonly moment: string }) {
  const { locale } = useRegion();
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={moment} title={format.moment(moment)}>
      {relativeTime(moment, locale, now)}
    </time>
  );
}
