import type { Command } from '@nexus/ui/actions/action';
import { createShortcuts } from '@nexus/ui/actions/shortcuts';
import { useEffect } from 'react';

/** The shortcuts of the drawer's own commands: below a dialog the shell's do not hold. */
export function useSheetKeys(commands: readonly Command[]): void {
  useEffect(() => {
    const find = createShortcuts(Date.now);
    const onKeyDown = (event: KeyboardEvent) => {
      // Another dialog over the drawer has the keyboard to itself, and so has an open menu.
      const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
      if (dialogs.length > 1 || document.querySelector('[role="menu"], [role="listbox"]')) return;
      const command = find(event, commands);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [commands]);
}
