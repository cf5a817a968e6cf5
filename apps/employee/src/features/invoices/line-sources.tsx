import { formatDuration } from '@nexus/ui/components/duration';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import type { InvoicePositionFragment } from './invoice-line.generated.js';

type Source = NonNullable<InvoicePositionFragment['timeEntries'][number]>;

interface LineSourcesProps {
  readonly label: string;
  readonly entries: readonly Source[];
}

/** The approved time behind a line. */
export function LineSources({ label, entries }: LineSourcesProps) {
  const { t } = useTranslation('invoices');
  const { day } = useFormat();
  return (
    <ul aria-label={label} className="grid gap-1 border-l border-line pl-3 text-small">
      {entries.map(({ id, date, minutes, note, user, task }) => (
        <li key={id} className="flex gap-x-3">
          <span className="tabular w-20 shrink-0 text-muted">{day(date)}</span>
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            {note ?? task?.title ?? t('source.kind.TIME')}
            {user && <span className="text-muted">{` · ${user.name}`}</span>}
          </span>
          <span className="tabular shrink-0">{formatDuration(minutes)}</span>
        </li>
      ))}
    </ul>
  );
}
