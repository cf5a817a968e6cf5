import { Badge, type Tone } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { formatDuration } from '@nexus/ui/components/duration';
import { todayIn } from '@nexus/ui/components/iso-date';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useRegion } from '@nexus/ui/components/region';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { ChevronLeft, ChevronRight, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type IsoWeek, shiftWeek, weekOf } from './iso-week.js';
import type { OpenSheet } from './use-sheet.js';

type Status = NonNullable<OpenSheet['known']>['status'];

const TONES: Readonly<Record<Status, Tone>> = {
  OPEN: 'neutral',
  SUBMITTED: 'info',
  APPROVED: 'success',
};

interface TimesheetHeaderProps {
  readonly week: IsoWeek;
  readonly opened: OpenSheet | undefined;
  /** Undefined where there is nothing to hand in. */
  readonly onSubmit?: (() => void) | undefined;
}

/** Which week it is, how it stands, and the ways to others. */
export function TimesheetHeader({ week, opened, onSubmit }: TimesheetHeaderProps) {
  const { t } = useTranslation('time');
  const { moment } = useFormat();
  const { timeZone } = useRegion();
  const { sheet, known } = opened ?? {};
  const isPresent = weekOf(todayIn(timeZone)) === week;
  return (
    <PageHeader
      title={t('title')}
      meta={
        <>
          <span className="font-medium text-text">
            {t('week.label', { number: Number(week.slice(-2)) })} · {week.slice(0, 4)}
          </span>
          {known && known.entries.length > 0 && (
            <Badge tone={TONES[known.status]}>{t(`status.${known.status}`)}</Badge>
          )}
          {known?.submittedAt && known.status !== 'OPEN' && (
            <span>{t('status.submittedAt', { time: moment(known.submittedAt) })}</span>
          )}
          {sheet && (
            <span className="tabular">
              {t('summary.total', { hours: formatDuration(sheet.minutes) })}
              {' · '}
              {t('summary.billable', { hours: formatDuration(sheet.billableMinutes) })}
            </span>
          )}
        </>
      }
      actions={
        <>
          <WeekLink week={shiftWeek(week, -1)} label={t('week.previous')} icon={ChevronLeft} />
          <WeekLink week={shiftWeek(week, 1)} label={t('week.next')} icon={ChevronRight} />
          {!isPresent && (
            <Button asChild>
              <Link to="/time">{t('week.this')}</Link>
            </Button>
          )}
          {onSubmit && (
            <Button variant="primary" icon={Send} onClick={onSubmit}>
              {t('submit.action')}
            </Button>
          )}
        </>
      }
    />
  );
}

interface WeekLinkProps {
  readonly week: IsoWeek;
  readonly label: string;
  readonly icon: typeof ChevronLeft;
}

function WeekLink({ week, label, icon: Icon }: WeekLinkProps) {
  return (
    <Link
      to="/time/$week"
      params={{ week }}
      aria-label={label}
      title={label}
      className={clsx(
        'grid size-control place-items-center rounded-medium border border-line-strong text-muted',
        'transition-colors duration-100 hover:bg-hover hover:text-text',
      )}
    >
      <Icon aria-hidden size={16} />
    </Link>
  );
}
