import { type ReactNode, useId, useRef } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { Dialog, type DialogProps } from '../components/dialog.js';
import { createKeys } from '../graph/create-keys.js';
import { describeFault } from '../graph/graph-fault.js';
import { Form } from './form.js';
import type { ServerError } from './server-errors.js';
import { useServerErrors } from './use-server-errors.js';

/** What a mutation's payload says of its own success. */
export interface FormOutcome {
  readonly errors: readonly ServerError[];
  readonly warnings?: readonly ServerError[] | undefined;
}

interface FormDialogProps<T extends FieldValues>
  extends Pick<DialogProps, 'title' | 'description' | 'size'> {
  readonly submitLabel: string;
  readonly cancelLabel: string;
  /** What it does cannot be taken back, or takes something away. */
  readonly isDangerous?: boolean;
  readonly defaultValues: DefaultValues<T>;
  /** The form's name of what the graph calls otherwise. */
  readonly fieldOf?: Readonly<Record<string, string>>;
  /**
   * Sends it. Broken rules go to their fields, and the dialog stays; a fault is shown above them.
   * @param keyOf the idempotency key of an input: the same as long as it is the same
   */
  readonly onSubmit: (values: T, keyOf: (input: object) => string) => Promise<FormOutcome>;
  readonly onClose: () => void;
  /** Fields, given the form. Without any it is a question. */
  readonly children?: ReactNode | ((form: UseFormReturn<T>) => ReactNode);
}

/** A form over the page: sent at once, closed when the graph has taken it. */
export function FormDialog<T extends FieldValues>(props: FormDialogProps<T>) {
  const { title, description, size, submitLabel, cancelLabel, isDangerous, children } = props;
  const { t } = useTranslation('ui');
  const id = useId();
  const form = useForm<T>({ defaultValues: props.defaultValues });
  const { fieldOf } = props;
  const serverErrors = useServerErrors(form, fieldOf ? { fieldOf } : {});
  const keys = useRef(createKeys());
  const { isSubmitting } = form.formState;
  const send = async (values: T) => {
    try {
      if (serverErrors.place(await props.onSubmit(values, keys.current))) props.onClose();
    } catch (error) {
      const { message, requestId } = describeFault(error);
      const request = requestId ? ` ${t('error.request')} ${requestId}.` : '';
      serverErrors.place({ errors: [{ message: `${message}${request}` }] });
    }
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      title={title}
      description={description}
      size={size ?? 'medium'}
      footer={
        <>
          <Button variant="ghost" onClick={props.onClose}>
            {cancelLabel}
          </Button>
          <Button
            type="submit"
            form={id}
            variant={isDangerous ? 'danger' : 'primary'}
            isBusy={isSubmitting}
          >
            {submitLabel}
          </Button>
        </>
      }
    >
      <Form id={id} form={form} serverErrors={serverErrors} onSubmit={send}>
        {typeof children === 'function' ? children(form) : children}
      </Form>
    </Dialog>
  );
}
