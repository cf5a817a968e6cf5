import { useEffect, useRef, useState } from 'react';

/** How long a pause in typing is before it is told. */
const PAUSE_MS = 250;

/**
 * What is being typed into a filter, and how to change it. It is told, without its edges, once there is a pause, and
 * follows `value` where something else has changed that: a link, or the way back.
 */
export function useTypedFilter(
  value: string,
  onTyped: (text: string) => void,
): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const known = useRef(value);
  const told = useRef(value);
  const tell = useRef(onTyped);
  tell.current = onTyped;
  useEffect(() => {
    if (value !== known.current) {
      known.current = value;
      if (value !== told.current) {
        told.current = value;
        return setTyped(value);
      }
    }
    if (typed.trim() === value) return;
    const later = setTimeout(() => {
      told.current = typed.trim();
      tell.current(told.current);
    }, PAUSE_MS);
    return () => clearTimeout(later);
  }, [typed, value]);
  return [typed, setTyped];
}
