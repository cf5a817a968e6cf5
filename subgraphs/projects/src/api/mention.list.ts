import type { GraphContext } from '@nexus/kit/graph';
import {
  allOf,
  type OrderTerm,
  type Page,
  type PageArgs,
  paginate,
  type Sql,
  sql,
} from '@nexus/kit/read';
import { Mention } from '../read/mention.entity.js';
import { visibleProjectIds } from './project.access.js';

const NEWEST: OrderTerm<Mention> = {
  expression: 't.at',
  type: 'timestamptz',
  direction: 'DESC',
  value: ({ at }) => at,
};

const UNREAD = sql`t.at > coalesce((SELECT m.up_to FROM projects.mention_mark m
  WHERE m.tenant_id = t.tenant_id AND m.id = t.user_id), '-infinity')`;

/** The caller's own mentions, in projects that they may see still. */
async function own(ctx: GraphContext, unread: boolean): Promise<Sql> {
  const projects = await visibleProjectIds(ctx);
  return allOf(
    sql`t.user_id = ${ctx.principal.subject}`,
    projects ? sql`t.project_id = ANY (${projects})` : undefined,
    unread ? UNREAD : undefined,
  );
}

/** What calls upon the caller, the newest first. */
export async function listMentions(
  ctx: GraphContext,
  args: PageArgs,
  unread: boolean,
): Promise<Page<Mention>> {
  const where = await own(ctx, unread);
  return paginate(ctx.read, { entity: Mention, where, orderBy: [NEWEST], args });
}

/** How many of them the caller has not seen. */
export async function countUnread(ctx: GraphContext): Promise<number> {
  const where = await own(ctx, true);
  const [row] = await ctx.read.query<{ n: number }>(
    sql`SELECT count(*) AS n FROM projects.mention t
        WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND ${where}`,
  );
  return Number(row?.n ?? 0);
}
