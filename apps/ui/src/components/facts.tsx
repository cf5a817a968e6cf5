import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** One fact: its name and what it is. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  /** Left out of the list where it is null or undefined. */
  readonly value: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** `rows`, the default: values at the end of the line; `stack`: below their names; `grid`: so, and two beside each other. */
  readonly look?: 'rows' | 'stack' | 'grid';
}

const LOOKS = {
  rows: 'grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2',
  stack: 'gap-3',
  grid: 'gap-4 sm:grid-cols-2',
};

/** Names and values. */
export function Facts({ facts, look = 'rows' }: FactsProps) {
  const isInRows = look === 'rows';
  return (
    <dl className={clsx('grid', LOOKS[look])}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ id, label, value }) => (
          <div key={id} className={isInRows ? 'contents' : 'grid content-start gap-0.5'}>
            <dt className={clsx('text-muted', !isInRows && 'text-small')}>{label}</dt>
            <dd
              className={clsx(
                'min-w-0 [overflow-wrap:anywhere]',
                isInRows ? 'text-right' : 'tabular',
              )}
            >
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
