import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  const { 'aria-labelledby': _label, ...control } = useFieldControl();
  return (
    <input
      type="text"
      autoComplete="off"
      {...control}
      {...rest}
      className={clsx(CONTROL, 'min-h-control px-3', className)}
    />
  );
}
