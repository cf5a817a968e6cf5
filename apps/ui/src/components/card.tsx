import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

/** A surface with a hairline around it. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div className={clsx('rounded-large border border-line bg-surface p-4', className)} {...rest} />
  );
}
