import {
  CircleCheck,
  CircleX,
  Clock,
  CloudUpload,
  type LucideIcon,
  Receipt,
  Send,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { statusOf } from './cell-status.js';
import type { EntryStatus, SheetCell } from './sheet.js';

const ICONS: Readonly<Record<Exclude<EntryStatus, 'DRAFT'>, { icon: LucideIcon; tone: string }>> = {
  REJECTED: { icon: CircleX, tone: 'text-danger' },
  SUBMITTED: { icon: Send, tone: 'text-info' },
  APPROVED: { icon: CircleCheck, tone: 'text-success' },
  INVOICED: { icon: Receipt, tone: 'text-success' },
};

/** How a cell stands, as a small sign, and in words for whoever does not see it. */
export function CellMarks({ cell }: { readonly cell: SheetCell }) {
  const { t } = useTranslation('time');
  const status = statusOf(cell);
  const isWaiting = cell.entries.some((entry) => entry.isWaiting);
  const isNoted = cell.entries.some(({ note }) => note);
  const isUnbilled = cell.entries.some(({ billable }) => !billable);
  if (!status) return null;
  const words = [
    status !== 'DRAFT' && t(`entry.${status}`),
    isWaiting && t('entry.waiting'),
    isNoted && t('entry.noted'),
    isUnbilled && t('entry.unbilled'),
  ].filter(Boolean);
  const sign = isWaiting
    ? { icon: CloudUpload, tone: 'text-warning' }
    : status === 'DRAFT'
      ? undefined
      : ICONS[status];
  const Icon = sign?.icon ?? Clock;
  return (
    <span className="flex items-center gap-0.5" title={words.join(', ') || undefined}>
      {sign && <Icon aria-hidden size={12} className={sign.tone} />}
      {isNoted && <span aria-hidden className="size-1 rounded-full bg-accent" />}
      {isUnbilled && <span aria-hidden className="size-1 rounded-full border border-line-strong" />}
      <span className="sr-only">{words.join(', ')}</span>
    </span>
  );
}
