import { compileFilter } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { type ReadSession, type ResourceSql, type Sql, sql, visibleRows } from '@nexus/kit/read';
import {
  canApproveAnyTime,
  canReadTime,
  type TimeAttributes,
} from '../policies/time-entry.policy.js';
import { TimeEntry } from '../read/time-entry.entity.js';

/**
 * Waits until what billing has done with time is known here: an invoice of a moment ago shows in the status of
 * its time, and locks it.
 */
export async function followBilling({ runtime, tenantId }: GraphContext): Promise<void> {
  await runtime.consumers.fence('projects.time_billing', tenantId);
}

/** What conditions may name of the entry itself, and of its project. */
const ofEntry: ResourceSql = {
  projectId: { value: sql`t.project_id` },
  userId: { value: sql`t.user_id` },
};
const ofProject: ResourceSql = {
  projectId: { value: sql`p.id` },
  managerId: { value: sql`p.manager_id` },
};

/** Projects whose time the conditions of a scope open, and those that the caller leads where that counts. */
async function openProjects(
  { read, principal }: GraphContext,
  scope: string,
  { leads }: { readonly leads: boolean },
): Promise<readonly string[]> {
  const led = sql`EXISTS (SELECT FROM projects.member m WHERE m.tenant_id = p.tenant_id
    AND m.project_id = p.id AND m.user_id = ${principal.subject} AND m.role = 'LEAD' AND m.until IS NULL)`;
  const rows = await read.query<{ id: string }>(
    sql`SELECT p.id FROM projects.project p
      WHERE p.tenant_id = (select current_setting('app.tenant')::uuid)
        AND (${visibleRows(principal, scope, ofProject)} OR ${leads ? led : sql`false`})`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Entries under a scope. The projects that conditions open are found first: with their ids, and without any, the
 * list reaches the indexes by person and by project. A condition that joins person and manager shows nothing here.
 */
async function timeUnder(
  ctx: GraphContext,
  scope: string,
  options: { readonly leads: boolean },
): Promise<Sql> {
  const access = compileFilter(ctx.principal, scope);
  if (access === 'ALL') return sql`true`;
  if (access === 'NONE') return sql`false`;
  const own = visibleRows(ctx.principal, scope, ofEntry);
  const projects = await openProjects(ctx, scope, options);
  return projects.length > 0 ? sql`(${own} OR t.project_id = ANY (${projects}))` : own;
}

/** Entries that the caller may see: the list twin of `canReadTime`. */
export async function visibleTime(ctx: GraphContext): Promise<Sql> {
  const others = await timeUnder(ctx, 'projects:read', { leads: false });
  return sql`(t.user_id = ${ctx.principal.subject} OR ${others})`;
}

/** Entries that the caller may approve: the list twin of `canApproveTime`. */
export async function approvableTime(ctx: GraphContext): Promise<Sql> {
  const others = await timeUnder(ctx, 'projects:time:approve', { leads: true });
  return sql`(t.user_id <> ${ctx.principal.subject} AND ${others})`;
}

/** Whether there is a project whose time the caller decides about, now. */
export async function approvesSomewhere(ctx: GraphContext): Promise<boolean> {
  const scope = 'projects:time:approve';
  if (!canApproveAnyTime(ctx.principal)) return false;
  if (compileFilter(ctx.principal, scope) === 'ALL') return true;
  return (await openProjects(ctx, scope, { leads: true })).length > 0;
}

interface Team {
  readonly managerId: string;
  readonly leadIds: readonly string[];
}

async function teams(
  read: ReadSession,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Team>> {
  const rows = await read.sql<{ id: string; manager_id: string; lead_ids: string[] }>(
    `SELECT p.id, p.manager_id, ARRAY(SELECT m.user_id FROM projects.member m
       WHERE m.tenant_id = p.tenant_id AND m.project_id = p.id AND m.role = 'LEAD' AND m.until IS NULL) AS lead_ids
     FROM projects.project p
     WHERE p.tenant_id = (select current_setting('app.tenant')::uuid) AND p.id = ANY ($1)`,
    [projectIds],
  );
  return new Map(
    rows.map(({ id, manager_id, lead_ids }) => [id, { managerId: manager_id, leadIds: lead_ids }]),
  );
}

/** What policies ask of an entry; undefined where its project is out of reach. */
export async function attributesOf(
  { read }: GraphContext,
  { projectId, userId }: Pick<TimeEntry, 'projectId' | 'userId'>,
): Promise<TimeAttributes | undefined> {
  const team = await read.load(teams, projectId, (ids) => teams(read, ids));
  return team && { projectId, userId, ...team };
}

/** The entry, where the caller may see it. */
export async function readableEntry(ctx: GraphContext, id: string): Promise<TimeEntry | undefined> {
  const row = await ctx.read.row(TimeEntry, id);
  const time = row && (await attributesOf(ctx, row));
  return time && canReadTime(ctx.principal, time) ? row : undefined;
}
