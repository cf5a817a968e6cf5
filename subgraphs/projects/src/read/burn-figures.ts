import type { LocalDate } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';

/** What the approved time of a week came to, in minor units of the project's currency. */
export interface TimeOfWeek {
  readonly start: LocalDate;
  readonly minutes: number;
  readonly billableMinutes: number;
  readonly value: number;
  readonly cost: number;
}

/** Approved time of projects by week up to a day, oldest first; a project without time is absent. */
export async function timeByWeek(
  runner: SqlRunner,
  projectIds: readonly string[],
  to: LocalDate,
): Promise<ReadonlyMap<string, readonly TimeOfWeek[]>> {
  const rows = await runner.sql<TimeOfWeek & { projectId: string }>(
    `SELECT t.project_id AS "projectId", date_trunc('week', t.date)::date AS start,
       sum(t.worked)::bigint AS minutes,
       coalesce(sum(t.worked) FILTER (WHERE t.billable), 0)::bigint AS "billableMinutes",
       coalesce(sum(t.value_total), 0)::bigint AS value,
       coalesce(sum(t.cost_total), 0)::bigint AS cost
     FROM projects.time_entry t
     WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND t.project_id = ANY ($1)
       AND t.date <= $2 AND t.status IN ('APPROVED', 'INVOICED')
     GROUP BY 1, 2 ORDER BY 2`,
    [projectIds, to],
  );
  return Map.groupBy(rows, ({ projectId }) => projectId);
}

/** The share of all work that was completed in a week, 0 to 1. */
export interface DoneInWeek {
  readonly start: LocalDate;
  readonly share: number;
}

/** Completed tasks of projects by week up to a day; weight is points, else estimate, else 1. */
export async function doneByWeek(
  runner: SqlRunner,
  projectIds: readonly string[],
  { to, timeZone }: { readonly to: LocalDate; readonly timeZone: string },
): Promise<ReadonlyMap<string, readonly DoneInWeek[]>> {
  const rows = await runner.sql<DoneInWeek & { projectId: string }>(
    `WITH weighed AS (
       SELECT t.project_id, (t.completed_at AT TIME ZONE $3)::date AS day,
         coalesce(nullif(t.points, 0), nullif(t.estimate_minutes, 0), 1)::numeric AS weight
       FROM projects.task t
       WHERE t.tenant_id = (select current_setting('app.tenant')::uuid)
         AND t.project_id = ANY ($1) AND NOT t.archived)
     SELECT w.project_id AS "projectId", date_trunc('week', w.day)::date AS start,
       (sum(w.weight) / max(a.weight))::float8 AS share
     FROM weighed w JOIN (SELECT project_id, sum(weight) AS weight FROM weighed GROUP BY 1) a USING (project_id)
     WHERE w.day <= $2 GROUP BY 1, 2 ORDER BY 2`,
    [projectIds, to, timeZone],
  );
  return Map.groupBy(rows, ({ projectId }) => projectId);
}
