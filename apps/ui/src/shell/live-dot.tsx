import { clsx } from 'clsx';
import { useLiveState } from '../graph/line-context.js';
import { useFormat } from '../i18n/use-format.js';
import { useText } from '../i18n/use-text.js';

const DOTS = {
  live: 'bg-success',
  reconnecting: 'bg-warning motion-safe:animate-pulse',
  offline: 'bg-danger',
} as const;

/** Whether what is shown follows the graph; once it does not, since when. Nothing where nothing is followed. */
export function LiveDot() {
  const { status, since } = useLiveState();
  const text = useText();
  const { time } = useFormat();
  if (status === 'idle') return <span role="status" />;
  const state = text(`shell:live.${status}`);
  const words =
    status === 'live'
      ? state
      : text('shell:live.since', { state, time: time(new Date(since).toISOString()) });
  return (
    <span role="status" className="flex items-center gap-2 text-small text-muted" title={words}>
      <span aria-hidden className={clsx('size-2 shrink-0 rounded-full', DOTS[status])} />
      <span className={status === 'live' ? 'max-sm:sr-only' : undefined}>{words}</span>
    </span>
  );
}
