import { OutboxStatus } from '@nexus/ui/offline/outbox-status';
import { TimerBar } from './features/time/timer-bar.js';
import { outboxNames } from './queued.js';

/** What waits to be sent, and the timer. */
export function BarParts() {
  return (
    <>
      <OutboxStatus names={outboxNames} />
      <TimerBar />
    </>
  );
}
