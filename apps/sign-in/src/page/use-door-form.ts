import { NexusError, type UserError } from '@nexus/sdk';
import { type ServerErrors, useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { sentenceOf } from '@nexus/ui/i18n/sentence-of';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

/** Sends a form at the door; what was wrong is placed at its fields, in the reader's words where there are any. */
export function useDoorForm<T extends FieldValues>(
  form: UseFormReturn<T>,
  send: (values: T) => Promise<readonly UserError[]>,
): { readonly submit: (values: T) => Promise<boolean>; readonly serverErrors: ServerErrors } {
  const { t, i18n } = useTranslation('sign-in');
  const serverErrors = useServerErrors(form);

  const inWords = (error: UserError): UserError => {
    const known = [error.rule, error.code].find(
      (name) => name && i18n.exists(`sign-in:errors.${name}`),
    );
    const message = known ? String(t(`errors.${known}` as never)) : sentenceOf(i18n, error);
    return { ...error, message };
  };
  const submit = async (values: T) => {
    const errors = await send(values).catch((error: unknown) => {
      if (!(error instanceof NexusError)) throw error;
      return [{ code: error.code, message: error.message }];
    });
    return serverErrors.place({ errors: errors.map(inWords) });
  };
  return { submit, serverErrors };
}
