import { clsx } from 'clsx';
import { useLiveState } from '../graph/line-context.js';
import { useFormat } from '../i18n/use-format.js';
import { useText } from '../i18n/use-text.js';

const DOTS = {
  live: 'bg-success',
  reconnecting: 'bg-warning motion-safe:animate-pulse',
  offline: 'bg-danger',
} as const;

/** Whether what is shown follows the graph; once it does not, since when; of what was kept, as of when. Nothing where nothing is followed. */
export function LiveDot() {
  const { status, since, isKept } = useLiveState();
  const text = useText();
  const { time, moment } = useFormat();
  if (status === 'idle') return <span role="status" />;
  const state = text(`shell:live.${status}`);
  const at = new Date(since);
  const isToday = at.toDateString() === new Date().toDateString();
  const when = (isToday ? time : moment)(at.toISOString());
  const words =
    status === 'live'
      ? state
      : text(isKept ? 'shell:live.asOf' : 'shell:live.since', { state, time: when });
  return (
    <span role="status" className="flex items-center gap-2 text-small text-muted" title={words}>
      <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', DOTS[status])} />
      <span className={status === 'live' ? 'max-sm:sr-only' : undefined}>{words}</span>
    </span>
  );
}
