import type { ReactNode } from 'react';
import {
  type ControllerRenderProps,
  type FieldPath,
  type FieldValues,
  type RegisterOptions,
  useController,
  useFormContext,
} from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from './field.js';
import { useFormWarnings } from './form.js';

interface FormFieldProps<T extends FieldValues, N extends FieldPath<T>>
  extends Omit<FieldProps, 'error' | 'warning' | 'children'> {
  readonly name: N;
  /** Checked before it is sent; the graph checks again. */
  readonly rules?: Omit<
    RegisterOptions<T, N>,
    'required' | 'valueAsNumber' | 'valueAsDate' | 'setValueAs' | 'disabled'
  >;
  /** The control, given its value, `onChange`, `onBlur`, `name` and `ref`. */
  readonly children: (field: ControllerRenderProps<T, N>) => ReactNode;
}

/** One field of a `Form`: its value, and what is wrong with it, here or by the graph. */
export function FormField<
  T extends FieldValues = FieldValues,
  N extends FieldPath<T> = FieldPath<T>,
>({ name, rules, children, ...rest }: FormFieldProps<T, N>) {
  const { t } = useTranslation('ui');
  const { control } = useFormContext<T>();
  const warning = useFormWarnings().get(name);
  const { field, fieldState } = useController<T, N>({
    name,
    control,
    rules: { ...rules, ...(rest.isRequired && { required: t('field.missing') }) },
  });
  return (
    <Field {...rest} error={fieldState.error?.message} warning={warning}>
      {children(field)}
    </Field>
  );
}
