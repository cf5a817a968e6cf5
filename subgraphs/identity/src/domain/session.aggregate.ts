import {
  accept,
  aggregate,
  type Decision,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { SessionEndReason, SessionStarted } from '../../events.d.ts';
import { type SessionEvent, sessionEvents } from './session.events.js';

export type SessionState =
  | { readonly status: 'ABSENT' }
  | { readonly status: 'LIVE' | 'ENDED'; readonly sessionId: string; readonly userId: string };

export type SessionCommand =
  | { readonly type: 'Start'; readonly session: SessionStarted }
  | { readonly type: 'End'; readonly reason: SessionEndReason }
  | { readonly type: 'DetectReuse'; readonly ip: string | null };

function evolve(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'SessionStarted': {
      const { sessionId, userId } = event.data;
      return { status: 'LIVE', sessionId, userId };
    }
    case 'SessionEnded': {
      const { sessionId, userId } = event.data;
      return { status: 'ENDED', sessionId, userId };
    }
    case 'RefreshReuseDetected':
      return state;
    default:
      return unreachable(event);
  }
}

function decide(state: SessionState, command: SessionCommand): Decision<SessionEvent> {
  if (command.type === 'Start') {
    return accept(
      state.status === 'ABSENT' ? [{ type: 'SessionStarted', data: command.session }] : [],
    );
  }
  if (state.status === 'ABSENT') {
    return refuse(violation('NOT_FOUND', 'There is no such session.', { path: ['id'] }));
  }
  if (state.status === 'ENDED') return accept([]);
  const { sessionId, userId } = state;
  switch (command.type) {
    case 'End':
      return accept([
        { type: 'SessionEnded', data: { sessionId, userId, reason: command.reason } },
      ]);
    case 'DetectReuse':
      return accept([
        { type: 'RefreshReuseDetected', data: { sessionId, userId, ip: command.ip } },
        { type: 'SessionEnded', data: { sessionId, userId, reason: 'REUSE' } },
      ]);
    default:
      return unreachable(command);
  }
}

/** One sign-in of one person, acting through one membership. Stream `session-{id}`; ended is ended. */
export const session = aggregate<SessionState, SessionCommand, SessionEvent>({
  name: 'session',
  catalogue: sessionEvents,
  initial: { status: 'ABSENT' },
  decide,
  evolve,
});
