import { use, useEffect, useRef } from 'react';
import { OffersContext } from '../actions/offers.js';
import { createShortcuts } from '../actions/shortcuts.js';
import type { ShellCommands } from './use-shell-commands.js';

/** Binds the shortcuts of the shell and of the present screen, and `mod+k` to the palette. */
export function useShortcuts({ pages, settings }: ShellCommands, openPalette: () => void): void {
  const offers = use(OffersContext);
  const open = useRef(openPalette);
  open.current = openPalette;
  useEffect(() => {
    const find = createShortcuts(Date.now);
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open.current();
        return;
      }
      // A dialog has the keyboard to itself.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      const command = find(event, [...offers.commands, ...pages, ...settings]);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [offers, pages, settings]);
}
