import type { Story } from './story.js';

const files = import.meta.glob<{ readonly story: Story }>('./stories/*.stories.tsx');

const nameOf = (path: string) => path.replace(/^.*\/|\.stories\.tsx$/g, '');

/** Every story by the name of its file. */
export const STORIES: ReadonlyMap<string, () => Promise<Story>> = new Map(
  Object.entries(files).map(([path, load]) => [nameOf(path), async () => (await load()).story]),
);
