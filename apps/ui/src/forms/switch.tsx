import { Switch as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { useFieldControl } from './field-context.js';

interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
}

/** Something that is on or off from this moment; a choice that is sent later is a `Checkbox`. */
export function Switch({ isOn, onChange, label, hint, isDisabled = false }: SwitchProps) {
  const { disabled } = useFieldControl();
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-0.5 py-0.5">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-muted">
            {hint}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        checked={isOn}
        onCheckedChange={onChange}
        disabled={isDisabled || disabled === true}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="flex h-6 w-10 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors disabled:opacity-50 data-[state=checked]:border-accent-solid data-[state=checked]:bg-accent-solid"
      >
        <Radix.Thumb className="size-4 rounded-full bg-muted transition-transform duration-100 data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent" />
      </Radix.Root>
    </div>
  );
}
