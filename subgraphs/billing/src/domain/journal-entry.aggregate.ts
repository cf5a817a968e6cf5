import {
  accept,
  aggregate,
  type Decision,
  defineEvents,
  type EventOf,
  event,
  refuse,
  violation,
} from '@nexus/kit/domain';
import type { JournalLine, JournalPosted } from '../../events.js';

export const journalEvents = defineEvents('billing', { JournalPosted: event<JournalPosted>() });
export type JournalEvent = EventOf<typeof journalEvents.specs>;

export type JournalState = { readonly status: 'NONE' | 'POSTED' };
export type JournalCommand = { readonly type: 'post' } & JournalPosted;

/** Whether debits equal credits in each currency and each line stands on exactly one side. */
export function isBalanced(lines: readonly JournalLine[]): boolean {
  const balance = new Map<string, number>();
  for (const { debit, credit } of lines) {
    if (debit.currency !== credit.currency) return false;
    if (debit.minor < 0 || credit.minor < 0 || debit.minor > 0 === credit.minor > 0) return false;
    const before = balance.get(debit.currency) ?? 0;
    balance.set(debit.currency, before + debit.minor - credit.minor);
  }
  return lines.length > 1 && [...balance.values()].every((rest) => rest === 0);
}

function decide(state: JournalState, command: JournalCommand): Decision<JournalEvent> {
  const { type: _, ...data } = command;
  // An entry is never changed, only reversed by another one.
  if (state.status === 'POSTED' || !isBalanced(data.lines)) {
    return refuse(violation('JOURNAL_UNBALANCED', 'Debits and credits of an entry are equal.'));
  }
  return accept([{ type: 'JournalPosted', data }]);
}

/** One entry of the ledger: written once, balanced or not at all. */
export const journalEntry = aggregate<JournalState, JournalCommand, JournalEvent>({
  name: 'journal-entry',
  catalogue: journalEvents,
  initial: { status: 'NONE' },
  decide,
  evolve: () => ({ status: 'POSTED' }),
});
