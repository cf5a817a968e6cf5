import { clsx } from 'clsx';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldContext, type FieldControl } from './field-context.js';

export interface FieldProps {
  readonly label: string;
  /** What to know before filling it in. */
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Allowed, but worth a look. */
  readonly warning?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** The label is for screen readers only: something else says it to the eye. */
  readonly isLabelHidden?: boolean;
  readonly className?: string;
  /** One control of this folder. */
  readonly children: ReactNode;
}

/** A control with its label, hint and messages; the control learns of them by itself. */
export function Field(props: FieldProps) {
  const { label, hint, error, warning, isLabelHidden = false, className, children } = props;
  const { t } = useTranslation('ui');
  const id = useId();
  const control = controlOf(id, props);
  return (
    <div className={clsx('grid min-w-0 content-start gap-1', className)}>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={clsx('w-fit font-medium', isLabelHidden && 'sr-only')}
      >
        {label}
        {props.isRequired && (
          <span className="text-muted" title={t('field.required')}>
            {' *'}
          </span>
        )}
      </label>
      <FieldContext value={control}>{children}</FieldContext>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      )}
      {warning && !error && (
        <p id={`${id}-warning`} className="flex gap-1 text-small text-warning">
          <TriangleAlert aria-hidden className="mt-px shrink-0" size={14} />
          {warning}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex gap-1 text-small text-danger">
          <CircleAlert aria-hidden className="mt-px shrink-0" size={14} />
          {error}
        </p>
      )}
    </div>
  );
}

function controlOf(id: string, props: FieldProps): FieldControl {
  const { hint, error, warning, isRequired, isDisabled } = props;
  const said = [
    error && `${id}-error`,
    warning && !error && `${id}-warning`,
    hint && `${id}-hint`,
  ].filter(Boolean);
  return {
    id,
    'aria-labelledby': `${id}-label`,
    ...(said.length > 0 && { 'aria-describedby': said.join(' ') }),
    ...(error && { 'aria-invalid': true }),
    ...(isRequired && { 'aria-required': true }),
    ...(isDisabled && { disabled: true }),
  };
}
