import { Slot } from 'radix-ui';
import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react';
import { lazyPart } from './lazy-part.js';
import type { MenuGroup } from './menu-item.js';

interface MenuProps {
  /** The button that opens it; its name is the menu's name. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly align?: 'start' | 'end';
}

const Surface = lazyPart(async () => (await import('./menu-surface.js')).MenuSurface);

/** Commands behind a button. What draws them is loaded when somebody points at the button. */
export function Menu({ trigger, groups, align = 'end' }: MenuProps) {
  const [opened, setOpened] = useState<'key' | 'pointer' | null>(null);
  const button = useRef<HTMLElement>(null);
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpened('key');
  };
  return (
    <>
      <Slot.Root
        ref={button}
        id={id}
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        onPointerEnter={Surface.load}
        onFocus={Surface.load}
        onKeyDown={onKeyDown}
        // A key's click has no press to count.
        onClick={({ detail }) => setOpened(opened ? null : detail === 0 ? 'key' : 'pointer')}
      >
        {trigger}
      </Slot.Root>
      {opened && (
        <Surface
          trigger={button}
          triggerId={id}
          isByKey={opened === 'key'}
          groups={groups}
          align={align}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
