import type { LiveState } from './live.js';

/** What is going on, in words. `tab` is the title of the tab that is open. */
export function sentenceOf({ status, title, count }: LiveState, tab: string | undefined): string {
  const events = count === 1 ? '1 event' : `${count} events`;
  switch (status) {
    case 'idle':
      return '';
    case 'connecting':
      return `${title}: connecting…`;
    case 'listening':
      return `${title}: listening · ${events}`;
    case 'reconnecting':
      return `${title}: reconnecting… · ${events}`;
    case 'stopped':
      return tab === title
        ? `${title}: stopped · ${events}`
        : `${title}: stopped, because another tab was opened · ${events}. A second window keeps listening.`;
    case 'ended':
      return `${title}: ended · ${events}`;
    case 'cleared':
      return `${title}: cleared, because the account is another one. Run it again to listen.`;
    default:
      return status satisfies never;
  }
}
