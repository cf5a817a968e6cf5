import { useRef, useState } from 'react';
import { type Choice, move, NO_CHOICE, toggle, toggleAll, withoutGone } from './choice.js';

export interface Chooser extends Choice {
  readonly move: (lines: number) => void;
  readonly toggle: (id: string, isRange?: boolean) => void;
  readonly toggleAll: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

/** The choice in a list whose lines come and go. @param ids in the order of the list */
export function useChoice(ids: readonly string[]): Chooser {
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const before = useRef(ids);
  let present = choice;
  if (before.current.join() !== ids.join()) {
    present = withoutGone(choice, before.current, ids);
    before.current = ids;
    setChoice(present);
  }
  return {
    ...present,
    move: (lines) => setChoice((last) => move(last, ids, lines)),
    toggle: (id, isRange) => setChoice((last) => toggle(last, ids, id, isRange)),
    toggleAll: (some) => setChoice((last) => toggleAll(last, some)),
    clear: () => setChoice((last) => ({ ...last, ids: new Set() })),
  };
}
