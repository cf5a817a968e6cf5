import type { Insight } from '../insight/insight.js';
import { useStateOf } from './use-state.js';

/** Whether a subscription listens, and how much it heard. */
export function EventLine({ insight }: { readonly insight: Insight }) {
  const { kind, status, results, name = 'Subscription' } = useStateOf(insight);
  if (kind !== 'subscription' || status === 'idle') return null;
  const heard = `${results} ${results === 1 ? 'event' : 'events'}`;
  return (
    <p className="event-line" role="status" data-status={status}>
      {name}: {status === 'running' ? 'listening' : 'ended'}, {heard}
    </p>
  );
}
