import type { ReactNode } from 'react';

/** One fact: its name and what it is. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  /** Left out of the list where it is null or undefined. */
  readonly value: ReactNode;
}

/** Names and values, the values below each other. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ id, label, value }) => (
          <div key={id} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 text-right [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
