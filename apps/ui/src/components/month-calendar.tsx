import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.js';
import { dateOf, type IsoDate, todayIn } from './iso-date.js';
import { monthAfter, monthBefore, weeksOf } from './month-weeks.js';
import { useRegion } from './region.js';

/** Something that is on a day. */
export interface CalendarEntry {
  readonly id: string;
  readonly day: IsoDate;
  readonly title: string;
}

interface MonthCalendarProps {
  readonly label: string;
  /** `2026-03`. */
  readonly month: string;
  readonly onMonthChange: (month: string) => void;
  readonly entries: readonly CalendarEntry[];
  readonly onOpen: (entry: CalendarEntry) => void;
}

/** A month and what is on its days; on a phone a list of the days that have something. */
export function MonthCalendar({
  label,
  month,
  onMonthChange,
  entries,
  onOpen,
}: MonthCalendarProps) {
  const { t } = useTranslation('ui');
  const { locale, timeZone } = useRegion();
  const today = todayIn(timeZone);
  const byDay = Map.groupBy(entries, ({ day }) => day);
  const weeks = weeksOf(month, locale);
  const write = (day: IsoDate, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(dateOf(day));
  return (
    <section aria-label={label} className="@container">
      <header className="flex items-center gap-1 pb-2">
        <h3 aria-live="polite" className="flex-1 font-semibold">
          {write(`${month}-01`, { month: 'long', year: 'numeric' })}
        </h3>
        <IconButton
          icon={ChevronLeft}
          label={t('calendar.previous')}
          onClick={() => onMonthChange(monthBefore(month))}
        />
        <IconButton
          icon={ChevronRight}
          label={t('calendar.next')}
          onClick={() => onMonthChange(monthAfter(month))}
        />
      </header>
      <ol className="grid gap-px overflow-clip rounded-large border border-line bg-line @lg:grid-cols-7">
        {weeks.flat().map((day) => {
          const on = byDay.get(day) ?? [];
          const isOutside = !day.startsWith(month);
          return (
            <li
              key={day}
              aria-current={day === today ? 'date' : undefined}
              className={clsx(
                'min-w-0 p-1.5 @lg:min-h-24',
                isOutside ? 'bg-canvas' : 'bg-surface',
                (on.length === 0 || isOutside) && '@max-lg:hidden',
              )}
            >
              <p
                className={clsx(
                  'pb-1 text-small',
                  day === today ? 'font-bold text-accent' : 'text-muted',
                )}
              >
                <span className="sr-only">{write(day, { dateStyle: 'full' })}</span>
                <span aria-hidden>{write(day, { weekday: 'short', day: 'numeric' })}</span>
              </p>
              {on.map((entry) => (
                <button
                  key={entry.id}
                  type="button"
                  title={entry.title}
                  onClick={() => onOpen(entry)}
                  className="mb-1 block min-h-6 w-full truncate rounded-small bg-accent-soft px-1.5 text-left text-small text-accent last:mb-0"
                >
                  {entry.title}
                </button>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
