import type { TextKey } from '../i18n/namespaces.js';
import { useOutbox } from './outbox-context.js';
import { OutboxPopover } from './outbox-popover.js';
import { useOverdue } from './use-overdue.js';

interface OutboxStatusProps {
  /** What an operation makes, in a word: `{ TimeEntryLog: 'time:outbox.entry' }`. */
  readonly names: Readonly<Record<string, TextKey>>;
}

/**
 * Says that something waits to be sent or was refused; nothing while all goes well. Loaded with
 * the page, not when it is needed: then there may be no network to load it by.
 */
export function OutboxStatus({ names }: OutboxStatusProps) {
  const open = useOutbox().filter(({ state }) => state !== 'sent');
  return useOverdue(open) ? <OutboxPopover items={open} names={names} /> : null;
}
