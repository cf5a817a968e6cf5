import { formatDuration } from '@nexus/ui/components/duration';
import { useMinutesSince } from '@nexus/ui/components/use-minutes-since';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunningTimerFragment } from './running-timer.generated.js';

/** The timer that runs, counting; or that none does. */
export function RunningTimer({ timer }: { readonly timer: RunningTimerFragment | null }) {
  const { t } = useTranslation('my-work');
  const { time } = useFormat();
  const minutes = useMinutesSince(timer?.startedAt ?? null);
  return (
    <section
      aria-label={t('timer.title')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-large border border-line bg-surface px-4 py-3"
    >
      <Timer aria-hidden size={16} className={timer ? 'text-accent' : 'text-muted'} />
      {timer?.startedAt ? (
        <>
          <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
            <span className="font-medium">{timer.task?.title ?? timer.project?.name}</span>
            {timer.note && <span className="text-muted"> {timer.note}</span>}
          </p>
          <p className="text-muted">{t('timer.since', { time: time(timer.startedAt) })}</p>
          <p className="tabular text-large font-semibold">
            <span className="sr-only">{t('timer.elapsed')}</span> {formatDuration(minutes)}
          </p>
        </>
      ) : (
        <p className="text-muted">{t('timer.none')}</p>
      )}
    </section>
  );
}
