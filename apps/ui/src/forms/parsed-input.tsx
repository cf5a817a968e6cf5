import { clsx } from 'clsx';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';

export interface ParsedInputProps<T>
  extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'children'> {
  readonly value: T | null;
  /** Told on every keystroke that can be read; null when it is emptied or cannot. */
  readonly onChange: (value: T | null) => void;
  readonly read: (text: string) => T | null;
  readonly format: (value: T) => string;
  /** Told when what was typed can no longer, or again, be read. */
  readonly onUnreadable?: ((isUnreadable: boolean) => void) | undefined;
  /** At the end of the box: a unit, a button. */
  readonly trailing?: ReactNode;
}

/** A text box for a value that has a spelling: kept as typed until left, then spelled well. */
export function ParsedInput<T>(props: ParsedInputProps<T>) {
  const { value, onChange, read, format, onUnreadable, trailing, className, onBlur, ...rest } =
    props;
  const { 'aria-labelledby': _label, ...control } = useFieldControl();
  /** Null while what is shown is just the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed !== null && typed.trim() !== '' && read(typed) === null;
  const type = (text: string) => {
    setTyped(text);
    const found = text.trim() === '' ? null : read(text);
    onUnreadable?.(text.trim() !== '' && found === null);
    onChange(found);
  };
  return (
    <div className={clsx('relative flex items-center', className)}>
      <input
        type="text"
        autoComplete="off"
        {...control}
        {...(isUnreadable && typed !== null && { 'aria-invalid': true })}
        {...rest}
        value={typed ?? (value === null ? '' : format(value))}
        onChange={(event) => type(event.target.value)}
        onBlur={(event) => {
          // What cannot be read stays to be mended.
          if (!isUnreadable) setTyped(null);
          onBlur?.(event);
        }}
        className={clsx(CONTROL, 'min-h-control pl-3', trailing ? 'pr-12' : 'pr-3')}
      />
      {trailing && (
        <span className="absolute right-1 flex items-center text-muted">{trailing}</span>
      )}
    </div>
  );
}
