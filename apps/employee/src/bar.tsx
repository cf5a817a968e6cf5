import { lazyPart } from '@nexus/ui/components/lazy-part';

/** What employees have in the top bar of every page; not needed for the first paint. */
export const Bar = lazyPart(async () => (await import('./bar-parts.js')).BarParts);
