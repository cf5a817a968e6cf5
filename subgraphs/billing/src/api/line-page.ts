import { violation } from '@nexus/kit/domain';
import { Refusal } from '@nexus/kit/events';
import { DEFAULT_PAGE, MAX_PAGE, type Page, type PageArgs } from '@nexus/kit/read';

const encode = (id: string) => Buffer.from(id).toString('base64url');
const decode = (cursor: string) => Buffer.from(cursor, 'base64url').toString();

function refused(message: string, path: string): Refusal {
  return new Refusal([violation('INPUT_INVALID', message, { path: [path] })]);
}

/** A page of what is held in memory; the cursor is the id. Throws Refusal for a page size that is none. */
export function pageOf<Node extends { readonly id: string }>(
  all: readonly Node[],
  { first, after, last, before }: PageArgs,
): Page<Node> {
  const size = first ?? last ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 0 || size > MAX_PAGE) {
    throw refused(`A page has 0 to ${MAX_PAGE} entries.`, first == null ? 'last' : 'first');
  }
  const indexOf = (cursor: string, name: string) => {
    const index = all.findIndex(({ id }) => id === decode(cursor));
    if (index < 0) throw refused('This cursor is not one of this list.', name);
    return index;
  };
  const start = after == null ? 0 : indexOf(after, 'after') + 1;
  const end = before == null ? all.length : indexOf(before, 'before');
  const backward = first == null && last != null;
  const from = backward ? Math.max(start, end - size) : start;
  const to = backward ? end : Math.min(end, start + size);
  const nodes = all.slice(from, Math.max(from, to));
  const edges = nodes.map((node) => ({ node, cursor: encode(node.id) }));
  return {
    ...{ edges, nodes },
    pageInfo: {
      hasPreviousPage: from > 0,
      hasNextPage: to < all.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: Promise.resolve(all.length),
  };
}
