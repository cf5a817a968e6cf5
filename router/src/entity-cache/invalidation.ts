import { keyText, tag } from './tags.js';

/**
 * What has changed, in all subgraphs that are cached or in those that are named:
 * - `tag`: whatever has it by `@cacheTag` or by what a subgraph told;
 * - `type`: all entities of a type, and whatever holds some;
 * - `type` and `key`: one entity as a subgraph's `@key` names it, and whatever holds entities of its type;
 * - `subgraphs` alone: all that they answered.
 */
export type Invalidation =
  | { readonly tag: string; readonly subgraphs?: readonly string[] }
  | {
      readonly type: string;
      readonly key?: Readonly<Record<string, unknown>>;
      readonly subgraphs?: readonly string[];
    }
  | { readonly subgraphs: readonly string[] };

/** @param all those that are cached */
export function invalidatedTags(what: Invalidation, all: Iterable<string>): string[] {
  const subgraphs = what.subgraphs ?? [...all];
  return subgraphs.flatMap((subgraph) => {
    if ('tag' in what) return [tag.named(subgraph, what.tag)];
    if (!('type' in what)) return [tag.subgraph(subgraph)];
    const { type, key } = what;
    const inside = [tag.holds(subgraph, type), tag.holdsAny(subgraph)];
    if (!key) return [tag.type(subgraph, type), ...inside];
    const text = keyText(key);
    return text === undefined ? inside : [tag.entity(subgraph, type, text), ...inside];
  });
}
