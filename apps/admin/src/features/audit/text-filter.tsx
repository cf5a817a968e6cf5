import { Input } from '@nexus/ui/forms/input';
import { useEffect, useRef, useState } from 'react';

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** How long a pause in typing is before it is asked. */
const PAUSE_MS = 350;

/** A filter that is typed; asked once there is a pause. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const later = setTimeout(() => change.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(later);
  }, [typed, value]);
  return (
    <span className="w-48">
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </span>
  );
}
