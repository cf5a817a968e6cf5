import { DayPicker, type DayPickerProps } from 'react-day-picker';
import { useTranslation } from 'react-i18next';
import { dateOf, type IsoDate, isoOf, todayIn } from '../components/iso-date.js';
import { useRegion } from '../components/region.js';
import { calendarWords } from './calendar-words.js';

/** Days from `from` to `to`, both included; open where null. */
export interface DateRange {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

type CalendarProps = { readonly min?: IsoDate; readonly max?: IsoDate } & (
  | { readonly mode: 'day'; value: IsoDate | null; onChange: (value: IsoDate) => void }
  | { readonly mode: 'range'; value: DateRange; onChange: (value: DateRange) => void }
);

const CLASSES = {
  root: 'p-3',
  months: 'relative',
  month_caption: 'flex h-control items-center px-2 font-semibold',
  nav: 'absolute end-0 top-0 flex',
  button_previous:
    'grid size-control place-items-center rounded-medium text-muted hover:bg-hover [&_svg]:size-4 [&_svg]:fill-current',
  button_next:
    'grid size-control place-items-center rounded-medium text-muted hover:bg-hover [&_svg]:size-4 [&_svg]:fill-current',
  month_grid: 'mt-1',
  weekday: 'size-9 text-small font-normal text-muted',
  day: 'size-9 p-0 text-center tabular',
  day_button:
    'size-9 rounded-medium hover:bg-hover disabled:cursor-not-allowed disabled:opacity-50',
  today: '[&>button]:font-bold [&>button]:text-accent',
  outside: 'text-muted',
  selected:
    '[&>button]:bg-accent-solid [&>button]:text-on-accent [&>button]:hover:bg-accent-solid-hover',
  range_middle:
    '[&>button]:rounded-none [&>button]:bg-selected [&>button]:text-text [&>button]:hover:bg-selected',
} as const;

/** Days of a month to choose of; loaded when it is opened (`LazyCalendar`). */
export function Calendar(props: CalendarProps) {
  const { min, max } = props;
  const { locale, timeZone } = useRegion();
  const { t } = useTranslation('ui');
  const common = {
    timeZone: 'UTC',
    classNames: CLASSES,
    today: dateOf(todayIn(timeZone)),
    autoFocus: true,
    showOutsideDays: true,
    ...calendarWords(locale, {
      previous: t('calendar.previous'),
      next: t('calendar.next'),
      today: t('calendar.today'),
      selected: t('chosen'),
    }),
    disabled: [...(min ? [{ before: dateOf(min) }] : []), ...(max ? [{ after: dateOf(max) }] : [])],
  } satisfies DayPickerProps;
  if (props.mode === 'day') {
    const shown = props.value ? dateOf(props.value) : undefined;
    return (
      <DayPicker
        {...common}
        mode="single"
        required
        selected={shown}
        {...(shown && { defaultMonth: shown })}
        onSelect={(day) => props.onChange(isoOf(atNoon(day)))}
      />
    );
  }
  const { from, to } = props.value;
  return (
    <DayPicker
      {...common}
      mode="range"
      {...(from && { defaultMonth: dateOf(from) })}
      selected={{ from: from ? dateOf(from) : undefined, to: to ? dateOf(to) : undefined }}
      onSelect={(range) =>
        props.onChange({
          from: range?.from ? isoOf(atNoon(range.from)) : null,
          to: range?.to ? isoOf(atNoon(range.to)) : null,
        })
      }
    />
  );
}

/** The picker answers midnight in the zone it was given. */
const atNoon = (day: Date) =>
  new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 12));
