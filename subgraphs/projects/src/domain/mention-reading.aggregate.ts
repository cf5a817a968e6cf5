import { accept, aggregate, type Decision, type DecisionContext } from '@nexus/kit/domain';
import { type MentionReadingEvent, mentionReadingEvents } from './mention-reading.events.js';

/** Up to when somebody has read what they were called upon for; null: nothing yet. */
export interface MentionReading {
  readonly upTo: string | null;
}

export interface ReadMentions {
  readonly type: 'Read';
  readonly userId: string;
  /** An instant; one in the future counts as now. */
  readonly upTo: string;
}

function evolve(_: MentionReading, { data }: MentionReadingEvent): MentionReading {
  return { upTo: data.upTo };
}

/** The mark only moves forward: a window that was open long brings nothing back. */
function decide(
  state: MentionReading,
  { userId, upTo: wished }: ReadMentions,
  { now }: DecisionContext,
): Decision<MentionReadingEvent> {
  const upTo = wished < now.toISOString() ? wished : now.toISOString();
  if (state.upTo !== null && upTo <= state.upTo) return accept([]);
  return accept([{ type: 'MentionsRead', data: { userId, upTo } }]);
}

/** How far somebody has read their mentions. */
export const mentionReading = aggregate<MentionReading, ReadMentions, MentionReadingEvent>({
  name: 'mention-reading',
  catalogue: mentionReadingEvents,
  initial: { upTo: null },
  decide,
  evolve,
});
