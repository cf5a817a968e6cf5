import { use, useEffect } from 'react';
import { SiteNameContext } from './site-name.js';

/** Names the page in the window's title, and by that to a screen reader. */
export function usePageTitle(title: string): void {
  const site = use(SiteNameContext);
  useEffect(() => {
    document.title = `${title} – ${site}`;
  }, [title, site]);
}
