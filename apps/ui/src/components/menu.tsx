import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { MENU_BOX, MenuContent } from './menu-content.js';
import type { MenuGroup } from './menu-item.js';

interface MenuProps {
  /** The button that opens it; its name is the menu's name. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly align?: 'start' | 'end';
}

/** Commands behind a button. */
export function Menu({ trigger, groups, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={MENU_BOX}
        >
          <MenuContent parts={DropdownMenu} groups={groups} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
