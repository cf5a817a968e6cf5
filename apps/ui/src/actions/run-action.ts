import { describeFault } from '../graph/graph-fault.js';
import type { Action, ActionContext, ActionOutcome } from './action.js';
import { type Say, say } from './say.js';
import { sentencesOf } from './sentences.js';

/**
 * Does it, and says what has to be said: which rules were broken, what failed and under which id, or that it is done
 * and can be taken back. Never rejects.
 */
export async function runAction<T>(
  action: Action<T>,
  subject: T,
  context: ActionContext,
  show: Say = say,
): Promise<void> {
  const { text } = context;
  const { undo, doneKey } = action;
  const isDone = await attempt(() => action.perform(subject, context), context, show);
  if (!isDone || !doneKey) return;
  const takeBack = undo && {
    label: text('shell:actions.undo'),
    perform: () => void attempt(() => undo(subject, context), context, show),
  };
  show({ title: text(doneKey), tone: 'success', ...(takeBack && { action: takeBack }) });
}

async function attempt(
  act: () => Promise<ActionOutcome>,
  { text }: ActionContext,
  show: Say,
): Promise<boolean> {
  try {
    const errors = (await act()) ?? [];
    if (errors.length === 0) return true;
    show({
      title: text('shell:actions.refused'),
      description: sentencesOf(errors),
      tone: 'danger',
    });
  } catch (error) {
    const { message, requestId } = describeFault(error);
    const request = requestId && text('shell:actions.request', { id: requestId });
    const description = [message, request].filter(Boolean).join(' ');
    show({ title: text('shell:actions.failed'), description, tone: 'danger' });
  }
  return false;
}
