import type { DayPickerProps } from 'react-day-picker';

interface CalendarTexts {
  readonly previous: string;
  readonly next: string;
  readonly today: string;
  readonly selected: string;
}

/** Names of days and months by `Intl`: no language need be loaded for the calendar. */
export function calendarWords(
  locale: string,
  texts: CalendarTexts,
): Pick<DayPickerProps, 'formatters' | 'labels' | 'weekStartsOn'> {
  const by = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: Date) => format.format(date);
  };
  const day = by({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const month = by({ month: 'long', year: 'numeric' });
  return {
    weekStartsOn: firstDayOf(locale),
    formatters: {
      formatCaption: month,
      formatWeekdayName: by({ weekday: 'short' }),
      formatDay: (date) => String(date.getDate()),
    },
    labels: {
      labelPrevious: () => texts.previous,
      labelNext: () => texts.next,
      labelNav: () => '',
      labelGrid: month,
      labelWeekday: by({ weekday: 'long' }),
      labelDayButton: (date, { today, selected }) =>
        [day(date), today && texts.today, selected && texts.selected].filter(Boolean).join(', '),
    },
  };
}

interface WeekLocale extends Intl.Locale {
  getWeekInfo?(): { readonly firstDay: number };
}

/** 0 for Sunday; Monday where the browser does not know. */
export function firstDayOf(locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const asked: WeekLocale = new Intl.Locale(locale);
  return ((asked.getWeekInfo?.().firstDay ?? 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
