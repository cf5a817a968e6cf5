import type { GraphContext } from '@nexus/kit/graph';
import { allOf, hydrate, LazyPage, type Page, paginate, raw, type Sql, sql } from '@nexus/kit/read';
import { BoardColumn } from '../read/board-column.entity.js';
import { Task } from '../read/task.entity.js';
import type { BoardFilter, BoardTasksArgs } from './board.inputs.js';
import { cardColumns } from './card.columns.js';
import { listBy } from './project.loaders.js';
import { matchingTasks, searchWords } from './task.search.js';

export const columnsOf = (ctx: GraphContext, projectId: string): Promise<BoardColumn[]> =>
  listBy(ctx, BoardColumn, {
    column: 'project_id',
    key: projectId,
    rest: 'ORDER BY t.position, t.id',
  });

/** Cards per column. Client users count what they see; for staff the guard has counted already. */
export async function cardCount(ctx: GraphContext, columnId: string): Promise<number> {
  const text =
    ctx.principal.kind === 'CLIENT'
      ? `SELECT t.column_id, count(*) AS cards FROM projects.task t
         WHERE t.tenant_id = (select current_setting('app.tenant')::uuid)
           AND t.column_id = ANY ($1) AND NOT t.archived GROUP BY t.column_id`
      : `SELECT column_id, cards FROM projects.board_column_count
         WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND column_id = ANY ($1)`;
  const count = await ctx.read.load('projects.card-count', columnId, async (ids) => {
    const rows = await ctx.read.sql<{ column_id: string; cards: number }>(text, [ids]);
    return new Map(rows.map(({ column_id, cards }) => [column_id, Number(cards)]));
  });
  return count ?? 0;
}

function boardFilter(projectId: string, filter: BoardFilter | null | undefined): Sql {
  const { assigneeId, priority, label, dueBefore, blocked, search } = filter ?? {};
  const words = search ? searchWords(search) : undefined;
  return allOf(
    sql`NOT t.archived`,
    assigneeId ? sql`${assigneeId} = ANY (t.assignee_ids)` : undefined,
    priority ? sql`t.priority = ANY (${priority})` : undefined,
    label ? sql`${label} = ANY (t.labels)` : undefined,
    dueBefore ? sql`t.due < ${dueBefore}` : undefined,
    blocked == null ? undefined : sql`(t.blocked_reason IS NOT NULL) = ${blocked}`,
    words ? matchingTasks(words, [projectId]) : undefined,
  );
}

const BY_RANK = {
  expression: 't.rank',
  type: 'text',
  direction: 'ASC',
  value: ({ rank }: Task) => rank,
} as const;

/**
 * The cards of a column. First pages of all columns of an operation are read in one statement; later pages
 * each by themselves. Both give the same cursors: rank and id.
 */
export async function cardsOf(
  ctx: GraphContext,
  { id: columnId, projectId }: BoardColumn,
  { first, after, filter }: BoardTasksArgs,
  fields: ReadonlySet<string>,
): Promise<Page<Task>> {
  const where = allOf(sql`t.column_id = ${columnId}`, boardFilter(projectId, filter));
  const page = () =>
    paginate(ctx.read, {
      entity: Task,
      where,
      orderBy: [BY_RANK],
      args: { first, after: after ?? null },
    });
  if (after != null || first < 1 || first > 100) return page();
  const columns = cardColumns(fields);
  const chosen = boardFilter(projectId, filter);
  const project = filter?.search ? projectId : '';
  const token = `projects.cards:${first}:${columns}:${project}:${JSON.stringify(filter ?? null)}`;
  const rows = await ctx.read.load(token, columnId, (ids) =>
    firstCards(ctx, ids, { first, chosen }, columns),
  );
  return firstPage(rows ?? [], first, async () => (await page()).totalCount);
}

async function firstCards(
  ctx: GraphContext,
  columnIds: readonly string[],
  { first, chosen }: { readonly first: number; readonly chosen: Sql },
  columns: string,
): Promise<ReadonlyMap<string, Task[]>> {
  const rows = await ctx.read.query<{ column_id: string }>(
    sql`SELECT card.* FROM unnest(${columnIds}::text[]) AS c(id) CROSS JOIN LATERAL (
          SELECT ${raw(columns)} FROM projects.task t
          WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND t.column_id = c.id
            AND ${chosen}
          ORDER BY t.rank, t.id LIMIT ${first + 1}) card`,
  );
  const groups = Map.groupBy(rows, ({ column_id }) => column_id);
  return new Map([...groups].map(([id, own]) => [id, own.map((row) => hydrate(Task, row))]));
}

const cursorOf = ({ rank, id }: Task): string =>
  Buffer.from(JSON.stringify([rank, id])).toString('base64url');

/** Cursors are made when they are asked for: most boards ask for none. */
function firstPage(
  rows: readonly Task[],
  first: number,
  totalCount: () => Promise<number>,
): Page<Task> {
  const nodes = rows.slice(0, first);
  const [top, bottom] = [nodes[0], nodes.at(-1)];
  const pageInfo = {
    hasNextPage: rows.length > first,
    hasPreviousPage: false,
    startCursor: top ? cursorOf(top) : null,
    endCursor: bottom ? cursorOf(bottom) : null,
  };
  const edges = () => nodes.map((node) => ({ node, cursor: cursorOf(node) }));
  return new LazyPage(nodes, pageInfo, { edges, totalCount });
}
