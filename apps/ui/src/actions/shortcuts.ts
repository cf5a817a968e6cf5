import type { Command } from './action.js';

/** How long the second key of `g p` may be waited for. */
const SEQUENCE_MS = 1_000;

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'target' | 'defaultPrevented' | 'repeat'
>;

/**
 * Finds the command whose shortcut was pressed, keys one after another included. A plain key counts only where
 * nothing is being typed.
 * @param now milliseconds
 */
export function createShortcuts(now: () => number) {
  let begun: { readonly keys: string; readonly at: number } | undefined;
  return (event: Pressed, commands: readonly Command[]): Command | undefined => {
    if (event.defaultPrevented || event.repeat) return undefined;
    const pressed = nameOf(event);
    if (!pressed || (isTyping(event.target) && !pressed.startsWith('mod+'))) return undefined;
    const together = begun && now() - begun.at < SEQUENCE_MS ? `${begun.keys} ${pressed}` : pressed;
    begun = undefined;
    const found = commands.find(({ shortcut }) => shortcut === together || shortcut === pressed);
    const isBeginning = commands.some(({ shortcut }) => shortcut?.startsWith(`${pressed} `));
    if (!found && isBeginning) begun = { keys: pressed, at: now() };
    return found;
  };
}

/** As shortcuts are written: `mod+k`, `mod+shift+p`, `?`, `escape`. Empty for a modifier alone. */
function nameOf({ key, metaKey, ctrlKey, altKey, shiftKey }: Pressed): string {
  if (['Meta', 'Control', 'Alt', 'Shift'].includes(key)) return '';
  const isLetter = /^[a-z]$/i.test(key);
  const parts = [
    (metaKey || ctrlKey) && 'mod',
    altKey && 'alt',
    // Of `?` the shift is part already.
    shiftKey && (isLetter || key.length > 1) && 'shift',
    key.toLowerCase(),
  ];
  return parts.filter(Boolean).join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
