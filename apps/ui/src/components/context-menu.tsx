import { ContextMenu as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { MENU_BOX, MenuContent } from './menu-content.js';
import type { MenuGroup } from './menu-item.js';

interface ContextMenuProps {
  readonly groups: readonly MenuGroup[];
  /** The element that it belongs to. The same commands are reachable without it, too. */
  readonly children: ReactElement;
}

/** Commands at the pointer: right mouse button, long touch, or the menu key. */
export function ContextMenu({ groups, children }: ContextMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content collisionPadding={8} className={MENU_BOX}>
          <MenuContent parts={Radix} groups={groups} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
