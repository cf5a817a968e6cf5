import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Keeps the open tab in sight, and marks the ends of the strip behind which there are more tabs. */
export function useTabStrip(): void {
  const active = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id);
  const count = useGraphiQL(({ tabs }) => tabs.length);

  useEffect(() => {
    if (active === undefined || count === 0) return undefined;
    const strip = document.querySelector<HTMLElement>('.graphiql-tabs');
    if (!strip) return undefined;
    const tab = strip.querySelector('.graphiql-tab-active');
    const reveal = () => tab?.scrollIntoView({ inline: 'center', block: 'nearest' });
    const mark = () => {
      const behind = strip.scrollWidth - strip.clientWidth - strip.scrollLeft;
      strip.classList.toggle('more-before', strip.scrollLeft > 1);
      strip.classList.toggle('more-after', behind > 1);
    };
    reveal();
    mark();
    // The strip has its width only once the fonts and the panes have theirs.
    const observer = new ResizeObserver(() => {
      reveal();
      mark();
    });
    observer.observe(strip);
    strip.addEventListener('scroll', mark, { passive: true });
    return () => {
      observer.disconnect();
      strip.removeEventListener('scroll', mark);
    };
  }, [active, count]);
}
