import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';

/** Several lines of text; it grows with them. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const { 'aria-labelledby': _label, ...control } = useFieldControl();
  return (
    <textarea
      rows={rows}
      {...control}
      {...rest}
      className={clsx(CONTROL, 'block max-h-96 px-3 py-1.5 [field-sizing:content]', className)}
    />
  );
}
