import type { IdentityEvents } from '@nexus/identity/events';
import { reaction } from '@nexus/kit/consumers';
import { timer } from '../domain/timer.aggregate.js';
import { recordStopped } from '../guards/timer-record.js';

/** The timer of somebody who leaves stops at that moment. */
export const timerLeaverReaction = reaction<IdentityEvents>()({
  name: 'projects.timer_leaver',
  on: {
    'identity.UserDeactivated': async ({ data, occurredAt }, tx) => {
      const { state } = await tx.load(timer, data.userId);
      if (state.kind === 'IDLE' || data.kind !== 'STAFF') return;
      const started = new Date(state.started.at);
      const at = occurredAt > started ? occurredAt : started;
      await tx.run(timer, data.userId, { type: 'stop', at });
      await recordStopped(tx, state, at);
    },
  },
});
