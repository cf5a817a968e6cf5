interface KbdProps {
  /** Keys joined by `+`, one after another by a space: `mod+k`, `g p`. */
  readonly keys: string;
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

const SIGNS: Record<string, string> = {
  shift: '⇧',
  enter: '↵',
  escape: 'Esc',
  backspace: '⌫',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
};

/** Keys as they are printed on the keyboard of whoever reads it. */
export function Kbd({ keys }: KbdProps) {
  const caps = keys.split(/[+ ]/);
  return (
    <kbd className="inline-flex shrink-0 gap-0.5 font-sans">
      {caps.map((key, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice
          key={`${key}-${place}`}
          className="min-w-4 rounded-small border border-line px-1 text-center text-tiny text-muted"
        >
          {signOf(key)}
        </span>
      ))}
    </kbd>
  );
}

function signOf(key: string): string {
  if (key === 'mod') return isApple() ? '⌘' : 'Ctrl';
  if (key === 'alt') return isApple() ? '⌥' : 'Alt';
  return SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
