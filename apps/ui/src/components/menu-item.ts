import type { LucideIcon } from 'lucide-react';

/** One command of a menu. */
export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  /** As `Kbd` takes it; shown only, the shortcut itself is bound elsewhere. */
  readonly shortcut?: string | undefined;
  readonly isDangerous?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Given, the command is a choice that is on or off. */
  readonly isChecked?: boolean | undefined;
  readonly onSelect: () => void;
}

/** Commands under a heading; groups are parted by lines. */
export interface MenuGroup {
  readonly id: string;
  readonly label?: string | undefined;
  readonly commands: readonly MenuCommand[];
}
