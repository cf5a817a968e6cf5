import { DropdownMenu } from 'radix-ui';
import { type FocusEvent, type RefObject, useRef } from 'react';
import { MENU_BOX, MenuContent } from './menu-content.js';
import type { MenuGroup } from './menu-item.js';
import { StandIn } from './stand-in.js';

export interface MenuSurfaceProps {
  readonly trigger: RefObject<HTMLElement | null>;
  /** The trigger's id: it names the menu. */
  readonly triggerId: string;
  /** Opened by a key: the first command has the focus at once. */
  readonly isByKey: boolean;
  readonly groups: readonly MenuGroup[];
  readonly align: 'start' | 'end';
  readonly onClose: () => void;
}

/** The open menu. */
export function MenuSurface(props: MenuSurfaceProps) {
  const { trigger, triggerId, isByKey, groups, align, onClose } = props;
  const isEntered = useRef(!isByKey);
  const enter = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    if (isEntered.current || currentTarget !== target) return;
    isEntered.current = true;
    currentTarget.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus();
  };
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={onClose}>
      <DropdownMenu.Trigger asChild>
        <StandIn of={trigger} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-labelledby={triggerId}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={MENU_BOX}
          onFocus={enter}
          // A press of its own button closes it, and must not open it anew.
          onInteractOutside={(event) => {
            if (trigger.current?.contains(event.target as Node)) event.preventDefault();
          }}
        >
          <MenuContent parts={DropdownMenu} groups={groups} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
