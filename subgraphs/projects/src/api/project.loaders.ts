import type { GraphContext } from '@nexus/kit/graph';
import { type EntityClass, entityMap, hydrate } from '@nexus/kit/read';
import { type GateFacts, gateChecks } from '../domain/project.phases.js';
import type { OpenPhase } from '../domain/project.state.js';
import { ProjectMember } from '../read/member.entity.js';
import { Milestone } from '../read/milestone.entity.js';
import type { Project } from '../read/project.entity.js';

const TENANT = `t.tenant_id = (select current_setting('app.tenant')::uuid)`;

/** Rows of an entity by a column, batched for the whole operation: one statement per kind of list. */
export async function listBy<Entity extends object>(
  ctx: GraphContext,
  entity: EntityClass<Entity>,
  { column, key, rest }: { column: string; key: string; rest: string },
): Promise<Entity[]> {
  const found = await ctx.read.load(`${entity.name}:${column}:${rest}`, key, async (keys) => {
    const { select, table } = entityMap(entity);
    const rows = await ctx.read.sql<Record<string, unknown>>(
      `SELECT ${select} FROM ${table} t WHERE ${TENANT} AND t.${column} = ANY ($1) ${rest}`,
      [keys],
    );
    const groups = Map.groupBy(rows, (row) => String(row[column]));
    return new Map([...groups].map(([id, own]) => [id, own.map((row) => hydrate(entity, row))]));
  });
  return found ?? [];
}

export const membersOf = (ctx: GraphContext, projectId: string): Promise<ProjectMember[]> =>
  listBy(ctx, ProjectMember, {
    column: 'project_id',
    key: projectId,
    rest: 'AND t.until IS NULL ORDER BY t.user_id',
  });

export const milestonesOf = (ctx: GraphContext, projectId: string): Promise<Milestone[]> =>
  listBy(ctx, Milestone, {
    column: 'project_id',
    key: projectId,
    rest: 'ORDER BY t.due, t.id',
  });

interface TaskTotals extends GateFacts {
  readonly project_id: string;
  readonly done: number;
  readonly weight: number;
}

/** Sums over the tasks of projects, batched. A project without tasks is absent. */
function totalsOf(ctx: GraphContext, projectId: string): Promise<TaskTotals | undefined> {
  return ctx.read.load('projects.task-totals', projectId, async (ids) => {
    const rows = await ctx.read.sql<TaskTotals>(
      `SELECT w.project_id, sum(w.weight)::float8 AS weight,
         coalesce(sum(w.weight) FILTER (WHERE w.done), 0)::float8 AS done,
         count(*) FILTER (WHERE NOT w.done) AS "openTasks",
         count(w.milestone_id) FILTER (WHERE NOT w.done) AS "openMilestoneTasks"
       FROM (
         SELECT t.project_id, t.milestone_id, t.completed_at IS NOT NULL AS done,
           coalesce(nullif(t.points, 0), nullif(t.estimate_minutes, 0), 1) AS weight
         FROM projects.task t WHERE ${TENANT} AND t.project_id = ANY ($1) AND NOT t.archived
       ) w GROUP BY w.project_id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.project_id, row]));
  });
}

/** Done share of the tasks' weight; undefined without tasks. */
export async function progressOf(
  ctx: GraphContext,
  projectId: string,
): Promise<number | undefined> {
  const totals = await totalsOf(ctx, projectId);
  return totals && totals.done / totals.weight;
}

/** The gate ahead of a project as it stands now. */
export async function gateOf(ctx: GraphContext, project: Project, phase: OpenPhase) {
  const totals = await totalsOf(ctx, project.id);
  const milestones = await milestonesOf(ctx, project.id);
  return gateChecks(
    phase,
    {
      budgetKind: project.budgetKind,
      hasAmount: project.budgetAmount !== null,
      hasDates: project.end !== null,
      hasMilestone: milestones.length > 0,
      phaseSince: project.phaseSince,
      openTasks: totals?.openTasks ?? 0,
      openMilestoneTasks: totals?.openMilestoneTasks ?? 0,
    },
    ctx.today,
  );
}
