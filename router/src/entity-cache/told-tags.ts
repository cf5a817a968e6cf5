import type { SubgraphResult } from '../transport/transport.js';
import type { Part } from './part.js';
import { toldTags } from './tags.js';

/**
 * The tags that an answer's `extensions` give to each part: `cacheTags` and `apolloCacheTags` to all of them, one list
 * of `apolloEntityCacheTags` to each. Lists that do not fit give all of their tags to all.
 *
 * @returns `undefined` where one is no tag: what could not be invalidated by it is not to be kept
 */
export function tagsTold(
  { extensions }: SubgraphResult,
  asked: readonly Part[],
  subgraph: string,
): readonly (readonly string[])[] | undefined {
  if (!extensions) return asked.map(() => []);
  const { cacheTags = [], apolloCacheTags = [], apolloEntityCacheTags: each = [] } = extensions;
  if (![cacheTags, apolloCacheTags, each].every(Array.isArray)) return undefined;
  const lists = each as unknown[];
  const isOneEach = new Set(asked.map(({ place }) => place?.list)).size === 1;
  const fits = isOneEach && lists.length === asked.length && lists.every(Array.isArray);
  const common = [...(cacheTags as unknown[]), ...(apolloCacheTags as unknown[])];
  const told = asked.map((_, index) =>
    toldTags(subgraph, [...common, ...(fits ? (lists[index] as unknown[]) : lists.flat())]),
  );
  return told.every((tags) => tags !== undefined) ? told : undefined;
}
