import { useFieldControl } from '@nexus/ui/forms/field-context';
import { Input } from '@nexus/ui/forms/input';
import type { Ref } from 'react';

interface ColorInputProps {
  /** `#RRGGBB`, or empty for the portals' own. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly name: string;
  readonly ref: Ref<HTMLInputElement>;
  readonly pickLabel: string;
}

/** What a browser's picker shows while no colour is chosen. */
const NONE = '#808080';

/** A colour, typed or picked. */
export function ColorInput({ value, onChange, onBlur, name, ref, pickLabel }: ColorInputProps) {
  const { disabled } = useFieldControl();
  return (
    <span className="flex items-center gap-2">
      <input
        type="color"
        aria-label={pickLabel}
        disabled={disabled}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value : NONE}
        onChange={({ target }) => onChange(target.value.toUpperCase())}
        className="size-control shrink-0 rounded-medium border border-line-strong bg-sunken p-1"
      />
      <Input
        ref={ref}
        name={name}
        value={value}
        onBlur={onBlur}
        onChange={({ target }) => onChange(target.value.trim())}
        placeholder="#"
        spellCheck={false}
        className="font-mono"
      />
    </span>
  );
}
