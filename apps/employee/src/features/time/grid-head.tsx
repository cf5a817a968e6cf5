import { dateOf, type IsoDate } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';

interface GridHeadProps {
  readonly days: readonly IsoDate[];
  readonly today: IsoDate;
}

/** The days above the grid, today marked. */
export function GridHead({ days, today }: GridHeadProps) {
  const { t } = useTranslation('time');
  const { locale } = useRegion();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <thead className="border-b border-line text-small text-muted">
      <tr>
        <th scope="col" className="w-48 px-4 xl:w-64 py-2 font-medium">
          {t('grid.work')}
        </th>
        {days.map((day) => (
          <th
            key={day}
            scope="col"
            aria-current={day === today ? 'date' : undefined}
            className={clsx(
              'border-l border-line px-2 py-2 text-right font-medium',
              day === today && 'bg-sunken text-text',
            )}
          >
            <span className="block">{weekday.format(dateOf(day))}</span>
            <span className="block font-normal whitespace-nowrap">{date.format(dateOf(day))}</span>
          </th>
        ))}
        <th scope="col" className="w-20 border-l border-line px-4 py-2 text-right font-medium">
          {t('grid.total')}
        </th>
      </tr>
    </thead>
  );
}
