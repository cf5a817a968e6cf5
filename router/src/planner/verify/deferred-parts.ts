import { type OperationDefinitionNode, type SelectionNode, visit } from 'graphql';
import { deferLabel } from '../../defer/directive.js';
import type { Fetched } from './place.js';

/**
 * The parts in which an operation is answered, each by the labels of the deferred fragments that it stands in, from the
 * outside in; the first part, which comes at once, by none.
 */
export function partsOf(operation: OperationDefinitionNode): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [[]];
  let chain: readonly string[] = [];
  visit(operation, {
    InlineFragment: {
      enter(node: SelectionNode) {
        const label = deferLabel(node);
        if (label === undefined) return;
        chain = [...chain, label];
        parts.push(chain);
      },
      leave(node: SelectionNode) {
        if (deferLabel(node) !== undefined) chain = chain.slice(0, -1);
      },
    },
  });
  return parts;
}

/** What is known of the part around a deferred one. */
export interface Surroundings {
  /** What it fetches, in order, and what was there when it began. */
  readonly own: readonly Fetched[];
  /** All that is fetched further out. */
  readonly outer: readonly Fetched[];
  /** Fetches that are run, further out too. */
  readonly ids: ReadonlySet<string>;
}

/** What is there for certain when a deferred part begins: the fetches that it waits for, and what these came after. */
export function doneBefore(
  depends: readonly string[],
  { own, outer, ids }: Surroundings,
): readonly Fetched[] {
  // What conditions leave out never comes: such a part begins when everything around it is done.
  if (!depends.every((id) => ids.has(id))) return [...outer, ...own];
  const isAwaited = ({ id }: Fetched): boolean => id !== undefined && depends.includes(id);
  const before = own.filter(
    (fetch, index) =>
      isAwaited(fetch) ||
      own.some((last, later) => later > index && isAwaited(last) && !areApart(fetch, last)),
  );
  return [...before, ...outer.filter((fetch) => isAwaited(fetch) && !before.includes(fetch))];
}

/** Do they stand in different branches of one Parallel node? */
function areApart({ branches }: Fetched, other: Fetched): boolean {
  return [...branches].some(([node, child]) => (other.branches.get(node) ?? child) !== child);
}
