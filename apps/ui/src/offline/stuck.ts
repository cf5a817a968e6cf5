import { sentencesOf } from '../actions/sentences.js';
import { useText } from '../i18n/use-text.js';
import type { OutboxItem } from './outbox.types.js';

/** Whether it goes no further by itself: only its person can say what becomes of it. */
export const isStuck = ({ state }: OutboxItem): boolean =>
  state === 'refused' || state === 'uncertain';

/** Says why something does not go further; nothing of what does. */
export function useStuckReason({ state, errors = [] }: OutboxItem): string {
  const text = useText();
  return state === 'uncertain' ? text('shell:outbox.uncertain') : sentencesOf(errors);
}
