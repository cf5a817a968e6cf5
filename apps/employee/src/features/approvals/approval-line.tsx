import { Badge } from '@nexus/ui/components/badge';
import { formatMoney } from '@nexus/ui/components/decimal';
import { formatDuration } from '@nexus/ui/components/duration';
import { useRegion } from '@nexus/ui/components/region';
import { Checkbox } from '@nexus/ui/forms/checkbox';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { amountOf } from './amount.js';
import type { ApprovalEntry } from './waiting.js';

interface ApprovalLineProps {
  readonly entry: ApprovalEntry;
  readonly isChosen: boolean;
  /** The keyboard's cursor is here. */
  readonly isCurrent: boolean;
  /** What stands against it. */
  readonly refusal: string | undefined;
  readonly onToggle: (isRange: boolean) => void;
}

/** One entry: when, for what, how long. A press anywhere chooses it, with shift all up to it. */
export function ApprovalLine({ entry, isChosen, isCurrent, refusal, onToggle }: ApprovalLineProps) {
  const { t } = useTranslation('approvals');
  const { day } = useFormat();
  const { locale } = useRegion();
  const { id, date, project, task, note, minutes, billable, approvedBy } = entry;
  const amount = amountOf(entry);
  const work = task?.title ?? project?.name ?? '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the checkbox inside does the same by keyboard
    <li
      id={`approval-${id}`}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      onClick={(event) => onToggle(event.shiftKey)}
      className={clsx(
        'flex cursor-default scroll-my-24 items-start gap-3 px-4 py-2 select-none focus:outline-none',
        isChosen ? 'bg-selected' : 'hover:bg-hover',
        isCurrent && 'shadow-[inset_2px_0_0_var(--accent)]',
      )}
    >
      {/* biome-ignore lint/a11y: what is pressed in here is not pressed twice */}
      <span onClick={(event) => event.stopPropagation()}>
        <Checkbox
          isChecked={isChosen}
          onChange={() => onToggle(false)}
          label={t('line.choose', { work, day: day(date), hours: formatDuration(minutes) })}
          isLabelHidden
        />
      </span>
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 py-0.5 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
        <span className="tabular text-muted">{day(date)}</span>
        <span className="min-w-0 max-sm:order-last max-sm:col-span-2">
          <span className="block truncate font-medium">
            {work}
            {task && <span className="font-normal text-muted"> · {project?.name}</span>}
          </span>
          {note && (
            <span className="block text-small text-muted [overflow-wrap:anywhere]">{note}</span>
          )}
          {approvedBy && (
            <span className="block text-small text-muted">
              {t('line.by', { name: approvedBy.name })}
            </span>
          )}
          {refusal && (
            <span role="alert" className="block text-small text-danger">
              {refusal}
            </span>
          )}
        </span>
        <span className="flex items-center gap-2 sm:justify-end">
          {!billable && <Badge>{t('line.unbilled')}</Badge>}
          {amount && <span className="tabular text-muted">{formatMoney(amount, locale)}</span>}
          <span className="tabular min-w-12 text-right font-medium">{formatDuration(minutes)}</span>
        </span>
      </span>
    </li>
  );
}
