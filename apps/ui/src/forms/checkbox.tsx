import { clsx } from 'clsx';
import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { useFieldControl } from './field-context.js';

interface CheckboxProps {
  /** `indeterminate`: some of what it stands for are chosen. */
  readonly isChecked: boolean | 'indeterminate';
  readonly onChange: (isChecked: boolean) => void;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The label is for screen readers only, as in the head of a table. */
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}

/** Yes or no, with its label beside it. */
export function Checkbox(props: CheckboxProps) {
  const { isChecked, onChange, label, hint, isLabelHidden = false, isDisabled = false } = props;
  const { disabled, 'aria-invalid': isInvalid } = useFieldControl();
  const id = useId();
  return (
    <div className={clsx('flex items-start', isLabelHidden ? 'w-fit' : 'gap-1')}>
      <Radix.Root
        id={id}
        checked={isChecked}
        onCheckedChange={(state) => onChange(state === true)}
        disabled={isDisabled || disabled === true}
        aria-invalid={isInvalid}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="group -ml-1 grid size-6 shrink-0 place-items-center rounded-medium disabled:opacity-50"
      >
        <span className="grid size-4 place-items-center rounded-small border border-line-strong bg-sunken group-data-[state=checked]:text-on-accent group-data-[state=indeterminate]:text-on-accent group-data-[state=checked]:border-accent-solid group-data-[state=checked]:bg-accent-solid group-data-[state=indeterminate]:border-accent-solid group-data-[state=indeterminate]:bg-accent-solid group-aria-invalid:border-danger">
          <Radix.Indicator>
            {isChecked === 'indeterminate' ? (
              <Minus aria-hidden size={12} strokeWidth={3} />
            ) : (
              <Check aria-hidden size={12} strokeWidth={3} />
            )}
          </Radix.Indicator>
        </span>
      </Radix.Root>
      <div className={clsx('grid gap-0.5 py-0.5', isLabelHidden && 'sr-only')}>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
