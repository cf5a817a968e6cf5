import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { ContextMenu, DropdownMenu } from 'radix-ui';
import { Fragment } from 'react';
import { Kbd } from './kbd.js';
import type { MenuCommand, MenuGroup } from './menu-item.js';

/** The parts that a menu at a button and a menu at the pointer have alike. */
type MenuParts = Pick<
  typeof DropdownMenu | typeof ContextMenu,
  'Item' | 'CheckboxItem' | 'Label' | 'Separator' | 'Group'
>;

export const MENU_BOX =
  'z-50 max-h-(--radix-popper-available-height) min-w-48 max-w-[min(20rem,calc(100vw-16px))] animate-rise overflow-y-auto rounded-large border border-line bg-raised p-1 shadow-raised';

interface MenuContentProps {
  readonly parts: MenuParts;
  readonly groups: readonly MenuGroup[];
}

/** Groups of commands, drawn with the parts of the menu that they stand in. */
export function MenuContent({ parts: Part, groups }: MenuContentProps) {
  return groups
    .filter(({ commands }) => commands.length > 0)
    .map(({ id, label, commands }, place) => (
      <Fragment key={id}>
        {place > 0 && <Part.Separator className="-mx-1 my-1 h-px bg-line" />}
        <Part.Group>
          {label && (
            <Part.Label className="px-2 py-1 text-small font-medium text-muted">{label}</Part.Label>
          )}
          {commands.map((command) => (
            <Command key={command.id} part={Part} command={command} />
          ))}
        </Part.Group>
      </Fragment>
    ));
}

function Command({ part: Part, command }: { part: MenuParts; command: MenuCommand }) {
  const { label, icon: Icon, shortcut, isDangerous, isDisabled, isChecked, onSelect } = command;
  const common = {
    disabled: isDisabled ?? false,
    onSelect,
    className: clsx(
      'flex min-h-control-small cursor-default items-center gap-2 rounded-medium px-2 py-1 outline-none select-none',
      'data-disabled:opacity-50 data-highlighted:bg-selected',
      isDangerous ? 'text-danger' : 'text-text',
    ),
  };
  const inside = (
    <>
      {Icon && <Icon aria-hidden className="shrink-0" size={16} />}
      <span className="flex-1 [overflow-wrap:anywhere]">{label}</span>
      {isChecked && <Check aria-hidden className="shrink-0 text-accent" size={16} />}
      {shortcut && <Kbd keys={shortcut} />}
    </>
  );
  if (isChecked === undefined) return <Part.Item {...common}>{inside}</Part.Item>;
  return (
    <Part.CheckboxItem checked={isChecked} {...common}>
      {inside}
    </Part.CheckboxItem>
  );
}
