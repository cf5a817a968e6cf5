import { useEffect } from 'react';

/** Names the page in the window's title, and by that to a screen reader. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Nexus`;
  }, [title]);
}
