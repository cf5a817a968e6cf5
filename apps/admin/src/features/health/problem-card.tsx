import { Badge } from '@nexus/ui/components/badge';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from './error-text.js';
import { FailureList } from './failure-list.js';
import { RebuildButton } from './rebuild-button.js';
import type { Problem } from './verdict.js';

interface ProblemCardProps {
  readonly problem: Problem;
  /** What can be done about each part of it. */
  readonly children?: ReactNode;
}

/** One thing that is wrong, in plain words. */
export function ProblemCard({ problem, children }: ProblemCardProps) {
  const { t } = useTranslation('health');
  const since = sinceOf(problem);
  const error = errorOf(problem);
  return (
    <li className="grid gap-2 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={problem.weight === 'trouble' ? 'danger' : 'warning'}>
          {t(`weight.${problem.weight}`)}
        </Badge>
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">
          {t(`problems.${problem.kind}.title`, wordsOf(problem))}
        </h3>
        {since && (
          <span className="text-small text-muted">
            {t('since')} <RelativeTime moment={since} />
          </span>
        )}
      </div>
      <p className="max-w-prose text-pretty">{t(`problems.${problem.kind}.meaning`)}</p>
      <p className="max-w-prose text-pretty text-muted">{t(`problems.${problem.kind}.advice`)}</p>
      {error && <ErrorText>{error}</ErrorText>}
      {problem.kind === 'queue' && <FailureList queue={problem.queue} />}
      {(problem.kind === 'stalled' || problem.kind === 'rebuild') && (
        <RebuildButton consumer={problem.consumer} />
      )}
      {children}
    </li>
  );
}

function wordsOf(problem: Problem): Record<string, string | number> {
  switch (problem.kind) {
    case 'parked':
      return { name: problem.consumer, count: problem.count };
    case 'queue':
      return { name: problem.queue.name, count: problem.queue.failed };
    case 'mail':
      return { count: problem.count };
    case 'connections':
      return { used: problem.used, of: problem.of };
    case 'stalled':
    case 'retrying':
    case 'rebuild':
      return { name: problem.consumer.name, count: problem.consumer.behind };
  }
}

function sinceOf(problem: Problem): string | null {
  switch (problem.kind) {
    case 'queue':
      return problem.queue.lastErrorAt;
    case 'mail':
      return problem.since;
    case 'stalled':
    case 'retrying':
      return problem.consumer.behindSince ?? problem.consumer.lastErrorAt;
    case 'rebuild':
      return problem.consumer.rebuild?.finishedAt ?? null;
    case 'parked':
    case 'connections':
      return null;
  }
}

function errorOf(problem: Problem): string | null {
  switch (problem.kind) {
    case 'queue':
      return problem.queue.lastError;
    case 'stalled':
    case 'retrying':
      return problem.consumer.lastError;
    case 'rebuild':
      return problem.consumer.rebuild?.error ?? null;
    case 'parked':
    case 'mail':
    case 'connections':
      return null;
  }
}
