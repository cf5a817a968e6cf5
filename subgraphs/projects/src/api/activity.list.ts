import type { GraphContext } from '@nexus/kit/graph';
import { type OrderTerm, type Page, type PageArgs, paginate, type Sql } from '@nexus/kit/read';
import { Activity } from '../read/activity.entity.js';

const NEWEST: OrderTerm<Activity> = {
  expression: 't.sequence',
  type: 'text',
  direction: 'DESC',
  value: ({ sequence }) => sequence,
};

/** What happened, the newest first. Waits for the feed, so that one's own last deed is in it. */
export async function listActivity(
  ctx: GraphContext,
  args: PageArgs,
  where: Sql,
): Promise<Page<Activity>> {
  await ctx.fence('projects.activity');
  return paginate(ctx.read, { entity: Activity, where, orderBy: [NEWEST], args });
}
