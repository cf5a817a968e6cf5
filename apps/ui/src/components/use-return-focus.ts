import { useRef } from 'react';

/**
 * Brings the focus back to where it was when something was opened over the page: also where that was no
 * button of its own but a row, a card or a shortcut.
 */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}
