import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext, useCommands, useOffer } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { formatDuration } from '@nexus/ui/components/duration';
import { IconButton } from '@nexus/ui/components/icon-button';
import { useMinutesSince } from '@nexus/ui/components/use-minutes-since';
import { useIsAway } from '@nexus/ui/graph/line-context';
import { useSince } from '@nexus/ui/graph/places';
import { useLive } from '@nexus/ui/graph/use-live';
import { useViewer } from '@nexus/ui/session/viewer';
import { clsx } from 'clsx';
import { Play, Square, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ShellTimerDocument } from './shell-timer.generated.js';
import { startTimer, stopTimer } from './timer-actions.js';
import { TimerChangedDocument } from './timer-changed.generated.js';
import type { TimerEntryFragment } from './timer-entry.generated.js';
import { WorkPicker } from './work-picker.js';

const ONCE = [{}];
const STOP = [stopTimer];

/** The viewer's timer in the top bar of every page: start, running time, switch, stop. */
export function TimerBar() {
  // Not `useScreen`: where this fails, the page goes on without it.
  const [{ data }] = useQuery({ query: ShellTimerDocument, variables: {} });
  const since = useSince(ShellTimerDocument, {});
  const { t } = useTranslation('time');
  const context = useActionContext();
  const timer = data?.viewer?.user?.runningTimer ?? undefined;
  const { canLogTime: canLog } = useViewer();
  const isAway = useIsAway();
  const stop = useCommands(STOP, isAway ? undefined : timer);
  useOffer(stop);
  useLive(TimerChangedDocument, canLog ? ONCE : [], since);
  if (!canLog) return null;
  if (isAway) return <TimerAway startedAt={timer?.startedAt ?? null} />;
  return (
    <div className="flex min-w-0 items-center gap-1">
      <WorkPicker
        label={t('timer.choose')}
        onChoose={(work) => void runAction(startTimer, work, context)}
        trigger={timer ? <Running timer={timer} /> : <StartButton />}
      />
      {stop.map(({ id, run }) => (
        <IconButton key={id} icon={Square} label={t('timer.stop')} onClick={run} />
      ))}
    </div>
  );
}

/** Time runs on; what starts and stops it is the server's clock, which is out of reach. */
function TimerAway({ startedAt }: { readonly startedAt: string | null }) {
  const { t } = useTranslation('time');
  const minutes = useMinutesSince(startedAt);
  const words = t('timer.away');
  return (
    <p
      title={words}
      className={clsx(
        'flex min-w-0 items-center gap-1 text-small text-muted',
        // On a phone there is room for time that runs; that there is no network is said beside it.
        !startedAt && 'max-sm:sr-only',
      )}
    >
      <WifiOff aria-hidden size={14} className="shrink-0" />
      {startedAt && <span className="tabular font-semibold">{formatDuration(minutes)}</span>}
      <span className="truncate max-lg:sr-only">{words}</span>
    </p>
  );
}

function StartButton(props: object) {
  const { t } = useTranslation('time');
  return <IconButton icon={Play} label={t('timer.start')} {...props} />;
}

/** What runs, and for how long; pressed, it switches. */
function Running({ timer, ...trigger }: { readonly timer: TimerEntryFragment }) {
  const { t } = useTranslation('time');
  const elapsed = formatDuration(useMinutesSince(timer.startedAt));
  const work = timer.task?.title ?? timer.project?.name ?? '';
  return (
    <Button {...trigger} variant="ghost" size="small" title={t('timer.switch')} className="min-w-0">
      <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent-solid" />
      <span className="sr-only">{t('timer.running')}</span>
      <span className="max-w-40 truncate max-lg:sr-only">{work}</span>
      <span className="tabular font-semibold text-text">{elapsed}</span>
    </Button>
  );
}
