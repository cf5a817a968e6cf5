import { RadioGroup as Radix } from 'radix-ui';
import { useId } from 'react';
import { useFieldControl } from './field-context.js';

interface RadioGroupProps<T extends string> {
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly hint?: string;
    readonly isDisabled?: boolean;
  }[];
}

/** One of a few, all in sight; of many there is `Select`. */
export function RadioGroup<T extends string>({ value, onChange, options }: RadioGroupProps<T>) {
  const control = useFieldControl();
  const id = useId();
  return (
    <Radix.Root
      {...control}
      value={value}
      onValueChange={(chosen) => onChange(chosen as T)}
      className="grid gap-1"
    >
      {options.map((option) => (
        <div key={option.value} className="flex items-start gap-1">
          <Radix.Item
            id={`${id}-${option.value}`}
            value={option.value}
            disabled={option.isDisabled ?? false}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            className="group -ml-1 grid size-6 shrink-0 place-items-center rounded-full disabled:opacity-50"
          >
            <span className="grid size-4 place-items-center rounded-full border border-line-strong bg-sunken group-data-[state=checked]:border-accent">
              <Radix.Indicator className="size-2 rounded-full bg-accent" />
            </span>
          </Radix.Item>
          <div className="grid gap-0.5 py-0.5">
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
            {option.hint && (
              <p id={`${id}-${option.value}-hint`} className="text-small text-muted">
                {option.hint}
              </p>
            )}
          </div>
        </div>
      ))}
    </Radix.Root>
  );
}
