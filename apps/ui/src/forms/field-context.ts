import { createContext, use } from 'react';

/** What a field's frame tells the control in it. */
export interface FieldControl {
  readonly id?: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  readonly disabled?: true;
}

export const FieldContext = createContext<FieldControl>({});

/** The attributes by which a control belongs to the `Field` around it; none outside of one. */
export function useFieldControl(): FieldControl {
  return use(FieldContext);
}
