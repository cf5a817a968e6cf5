import { CommandButton } from '@nexus/ui/actions/command-button';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { useTranslation } from 'react-i18next';
import { retryJob } from './platform-actions.js';
import type { QueueLineFragment } from './queue-line.generated.js';

/** The newest jobs of a queue that have failed for good. */
export function FailureList({ queue }: { readonly queue: QueueLineFragment }) {
  const { t } = useTranslation('health');
  if (queue.failures.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded-medium border border-line">
      {queue.failures.map((failure) => (
        <li key={failure.key} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
          <code className="min-w-0 flex-1 basis-48 font-mono text-small [overflow-wrap:anywhere]">
            {failure.key}
            {failure.error && <span className="block text-muted">{failure.error}</span>}
          </code>
          <span className="text-small text-muted">
            {t('jobs.attempts', { count: failure.attempts })} ·{' '}
            <RelativeTime moment={failure.failedAt} />
          </span>
          <CommandButton action={retryJob} subject={{ queue, key: failure.key }} of={failure.key} />
        </li>
      ))}
    </ul>
  );
}
