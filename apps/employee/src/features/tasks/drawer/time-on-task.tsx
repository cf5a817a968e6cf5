import { Button } from '@nexus/ui/components/button';
import { formatDuration } from '@nexus/ui/components/duration';
import { mutate } from '@nexus/ui/graph/ask';
import { useIsAway } from '@nexus/ui/graph/line-context';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Play, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { LogTime } from './log-time.js';
import { Part } from './part.js';
import type { ShownTask } from './shown-task.js';
import { TaskTimeDocument } from './task-time.generated.js';
import { TaskTimerStartDocument } from './task-timer-start.generated.js';
import { TaskTimerStopDocument } from './task-timer-stop.generated.js';
import { useAttempt } from './use-attempt.js';

/** Time on a task: the timer, what was written down, and what is added. */
export function TimeOnTask({ task }: { readonly task: ShownTask }) {
  const { t } = useTranslation('tasks');
  const graph = useClient();
  const { day } = useFormat();
  const { attempt, isBusy } = useAttempt();
  const { data, refresh } = useScreen(
    TaskTimeDocument,
    { id: task.id },
    { policy: 'cache-and-network' },
  );
  const isAway = useIsAway();
  const timer = data?.viewer?.user?.runningTimer;
  const isRunning = timer?.task?.id === task.id;
  const entries = data?.timeEntries?.nodes.flatMap((entry) => (entry ? [entry] : [])) ?? [];
  const past = entries.filter(({ running }) => !running);

  const start = () =>
    attempt(async () => {
      const input = { projectId: task.project.id, taskId: task.id };
      return (await mutate(graph, TaskTimerStartDocument, { input })).timerStart.errors;
    });
  const stop = async () => {
    const isDone = await attempt(
      async () => (await mutate(graph, TaskTimerStopDocument, { input: {} })).timerStop.errors,
    );
    if (isDone) refresh();
  };
  return (
    <Part
      title={t('time.title')}
      aside={
        <>
          {task.loggedMinutes !== null && (
            <span className="tabular text-muted">
              {task.estimateMinutes === null
                ? formatDuration(task.loggedMinutes)
                : `${formatDuration(task.loggedMinutes)} / ${formatDuration(task.estimateMinutes)}`}
            </span>
          )}
          {task.viewerCanLogTime && (
            <Button
              size="small"
              icon={isRunning ? Square : Play}
              isBusy={isBusy}
              disabled={isAway}
              onClick={() => void (isRunning ? stop() : start())}
            >
              {t(isRunning ? 'time.stop' : 'time.start')}
            </Button>
          )}
        </>
      }
    >
      {isAway && task.viewerCanLogTime && <p className="text-small text-muted">{t('time.away')}</p>}
      {timer && !isRunning && task.viewerCanLogTime && (
        <p className="text-small text-muted">
          {t('time.elsewhere', { task: timer.task?.number ?? t('time.otherWork') })}
        </p>
      )}
      <ul className="grid">
        {past.map(({ id, date, minutes, note, user }) => (
          <li key={id} className="flex flex-wrap gap-x-3 py-1">
            <span className="tabular w-12 text-right font-medium">{formatDuration(minutes)}</span>
            <span className="tabular text-muted">{day(date)}</span>
            <span className="text-muted">{user?.name}</span>
            <span className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere]">{note}</span>
          </li>
        ))}
      </ul>
      {task.viewerCanLogTime && <LogTime task={task} onLogged={refresh} />}
    </Part>
  );
}
