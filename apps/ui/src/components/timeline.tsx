import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A point on the way. */
export interface TimelineStep {
  readonly id: string;
  readonly title: string;
  /** When, formatted. */
  readonly when?: ReactNode;
  readonly state: 'done' | 'current' | 'ahead' | 'late';
  readonly detail?: ReactNode;
}

const DOTS = {
  done: 'border-accent-solid bg-accent-solid text-on-accent',
  current: 'border-accent bg-surface',
  ahead: 'border-line-strong bg-surface',
  late: 'border-danger bg-surface',
} as const;

/** Milestones in their order: what is done, where one is, what is still ahead. */
export function Timeline({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly TimelineStep[];
}) {
  const { t } = useTranslation('ui');
  return (
    <ol aria-label={label} className="grid">
      {steps.map(({ id, title, when, state, detail }) => (
        <li
          key={id}
          aria-current={state === 'current' ? 'step' : undefined}
          className="group relative flex gap-3 pb-5 last:pb-0"
        >
          <span
            aria-hidden
            className={clsx(
              'absolute top-5 bottom-0 left-2 w-px group-last:hidden',
              state === 'done' ? 'bg-accent' : 'bg-line',
            )}
          />
          <span
            className={clsx(
              'mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border-2',
              DOTS[state],
            )}
          >
            {state === 'done' && <Check aria-hidden size={10} strokeWidth={4} />}
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <p className={clsx('font-medium', state === 'ahead' && 'text-muted')}>{title}</p>
              <p className={clsx('text-small', state === 'late' ? 'text-danger' : 'text-muted')}>
                <span className="sr-only">{t(`timeline.${state}`)}</span> {when}
              </p>
            </div>
            {detail && <div className="mt-1 text-muted">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
