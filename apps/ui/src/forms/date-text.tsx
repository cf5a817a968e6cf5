import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, type IsoDate, todayIn } from '../components/iso-date.js';
import { useRegion } from '../components/region.js';
import { ParsedInput, type ParsedInputProps } from './parsed-input.js';
import { datePattern, readDate } from './read-date.js';

interface DateTextProps extends Omit<ParsedInputProps<IsoDate>, 'read' | 'format' | 'trailing'> {
  readonly min?: IsoDate | undefined;
  readonly max?: IsoDate | undefined;
  readonly trailing?: ReactNode;
}

/** A day, typed as the region writes it. A day before `min` or after `max` is not taken. */
export function DateText({ min, max, ...rest }: DateTextProps) {
  const { locale, timeZone } = useRegion();
  const { t } = useTranslation('ui');
  const read = (text: string) => {
    const day = readDate(text, locale, todayIn(timeZone));
    return day && (!min || day >= min) && (!max || day <= max) ? day : null;
  };
  const letters = {
    day: t('calendar.dayLetters'),
    month: t('calendar.monthLetters'),
    year: t('calendar.yearLetters'),
  };
  return (
    <ParsedInput
      placeholder={datePattern(locale, letters)}
      {...rest}
      read={read}
      format={(day) => formatDay(day, locale)}
    />
  );
}
