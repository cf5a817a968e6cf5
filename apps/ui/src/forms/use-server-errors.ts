import { useCallback, useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { placeErrors, type ServerError } from './server-errors.js';

interface ServerErrorOptions {
  /** The form's name of what the graph calls otherwise: `{ 'amount.amount': 'amount' }`. */
  readonly fieldOf?: Readonly<Record<string, string>>;
}

export interface ServerErrors {
  /**
   * Shows what a payload said: errors at their fields, the first focused, the rest above the form;
   * warnings at theirs. True when there was no error.
   */
  readonly place: (payload: {
    readonly errors: readonly ServerError[];
    readonly warnings?: readonly ServerError[] | undefined;
  }) => boolean;
  readonly warnings: ReadonlyMap<string, string>;
  /** What belongs to no field. */
  readonly unplaced: { readonly errors: readonly string[]; readonly warnings: readonly string[] };
}

const NOTHING = { warnings: new Map<string, string>(), errors: [], loose: [] } as const;

/** Brings what the graph refuses to the fields of a form. */
export function useServerErrors<T extends FieldValues>(
  form: UseFormReturn<T>,
  { fieldOf }: ServerErrorOptions = {},
): ServerErrors {
  const [shown, setShown] = useState<{
    warnings: ReadonlyMap<string, string>;
    errors: readonly string[];
    loose: readonly string[];
  }>(NOTHING);
  const place: ServerErrors['place'] = useCallback(
    ({ errors, warnings = [] }) => {
      const names = [...form.control._names.mount];
      const placed = placeErrors(errors, names, fieldOf);
      const warned = placeErrors(warnings, names, fieldOf);
      // In the order of the form, so that the first one in sight is focused.
      const first = names.find((name) => placed.byField.has(name));
      for (const [name, message] of placed.byField) {
        form.setError(
          name as FieldPath<T>,
          { type: 'server', message },
          { shouldFocus: name === first },
        );
      }
      setShown({ warnings: warned.byField, errors: placed.elsewhere, loose: warned.elsewhere });
      return errors.length === 0;
    },
    [form, fieldOf],
  );
  return {
    place,
    warnings: shown.warnings,
    unplaced: { errors: shown.errors, warnings: shown.loose },
  };
}
