import type { Command } from '@nexus/ui/actions/action';
import type { MenuCommand } from '@nexus/ui/components/menu-item';
import type { Text } from '@nexus/ui/i18n/use-text';

/** Commands as a menu takes them. */
export function menuCommands(commands: readonly Command[], text: Text): MenuCommand[] {
  return commands.map(({ id, labelKey, icon, shortcut, run }) => ({
    ...{ id, icon, shortcut, label: text(labelKey), onSelect: run },
  }));
}
