import { formatDuration } from '@nexus/ui/components/duration';
import type { IsoDate } from '@nexus/ui/components/iso-date';
import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { cellText } from './grid-text.js';
import type { Sheet } from './sheet.js';

/** What each day and the week come to. */
export function GridSums({ sheet, today }: { readonly sheet: Sheet; readonly today: IsoDate }) {
  const { t } = useTranslation('time');
  return (
    <tfoot className="border-t border-line-strong font-medium">
      <tr>
        <th scope="row" className="px-4 py-2.5 font-medium">
          {t('grid.days')}
        </th>
        {sheet.days.map((day, place) => (
          <td
            key={day}
            className={clsx(
              'tabular border-l border-line px-2 py-2.5 text-right',
              day === today && 'bg-sunken',
            )}
          >
            {cellText(sheet.minutesByDay[place] ?? 0)}
          </td>
        ))}
        <td className="tabular border-l border-line px-4 py-2.5 text-right font-semibold">
          {formatDuration(sheet.minutes)}
        </td>
      </tr>
    </tfoot>
  );
}
