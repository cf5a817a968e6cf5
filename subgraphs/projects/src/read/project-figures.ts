import { type Money, money, sum } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { type Profitability, type ProfitFacts, profitability } from '../domain/profitability.js';
import type { Project } from './project.entity.js';

/** What the time of a project comes to, in minor units of its currency. */
export interface TimeFigures {
  readonly unbilled: number;
  readonly value: number;
  readonly cost: number;
  readonly approvedMinutes: number;
  readonly billableMinutes: number;
  readonly pendingMinutes: number;
}

const NO_TIME: TimeFigures = {
  unbilled: 0,
  value: 0,
  cost: 0,
  approvedMinutes: 0,
  billableMinutes: 0,
  pendingMinutes: 0,
};

/** Sums over the time of projects; a project without time is absent. Currency is that of the project. */
export async function timeFigures(
  runner: SqlRunner,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, TimeFigures>> {
  const rows = await runner.sql<TimeFigures & { projectId: string }>(
    `SELECT t.project_id AS "projectId",
       coalesce(sum(t.value_total) FILTER (WHERE t.status = 'APPROVED'), 0)::bigint AS unbilled,
       coalesce(sum(t.value_total), 0)::bigint AS value,
       coalesce(sum(t.cost_total), 0)::bigint AS cost,
       coalesce(sum(t.worked) FILTER (WHERE t.status IN ('APPROVED', 'INVOICED')), 0)::bigint AS "approvedMinutes",
       coalesce(sum(t.worked) FILTER (WHERE t.status IN ('APPROVED', 'INVOICED') AND t.billable), 0)::bigint AS "billableMinutes",
       coalesce(sum(t.worked) FILTER (WHERE t.status = 'SUBMITTED'), 0)::bigint AS "pendingMinutes"
     FROM projects.time_entry t
     WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND t.project_id = ANY ($1)
     GROUP BY t.project_id`,
    [projectIds],
  );
  return new Map(rows.map((row) => [row.projectId, row]));
}

async function invoicedNet(
  runner: SqlRunner,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Money[]>> {
  const rows = await runner.sql<{ project_id: string; currency: string; net: number }>(
    `SELECT r.project_id, r.currency, sum(r.net_minor)::bigint AS net FROM projects.project_revenue r
     WHERE r.tenant_id = (select current_setting('app.tenant')::uuid) AND r.project_id = ANY ($1)
     GROUP BY r.project_id, r.currency`,
    [projectIds],
  );
  const byProject = Map.groupBy(rows, ({ project_id }) => project_id);
  return new Map(
    [...byProject].map(([id, own]) => [id, own.map(({ net, currency }) => money(net, currency))]),
  );
}

/** Done share of the tasks' weight, 0 to 1: weight is points, else estimate, else 1. */
async function progressOf(
  runner: SqlRunner,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await runner.sql<{ project_id: string; progress: number }>(
    `SELECT w.project_id, (coalesce(sum(w.weight) FILTER (WHERE w.done), 0) / sum(w.weight))::float8 AS progress
     FROM (
       SELECT t.project_id, t.category = 'DONE' AS done,
         coalesce(nullif(t.points, 0), nullif(t.estimate_minutes, 0), 1)::numeric AS weight
       FROM projects.task t
       WHERE t.tenant_id = (select current_setting('app.tenant')::uuid)
         AND t.project_id = ANY ($1) AND NOT t.archived
     ) w GROUP BY w.project_id`,
    [projectIds],
  );
  return new Map(rows.map(({ project_id, progress }) => [project_id, progress]));
}

/** Profit of each project, with what it came from. Three statements, however many projects. */
export async function profitOf(
  runner: SqlRunner,
  projects: readonly Project[],
): Promise<ReadonlyMap<string, Profitability>> {
  const ids = projects.map(({ id }) => id);
  const time = await timeFigures(runner, ids);
  const invoiced = await invoicedNet(runner, ids);
  const progress = await progressOf(runner, ids);
  return new Map(
    projects.map(({ id, currency, budgetKind: kind, budgetAmount }) => {
      const figures = time.get(id) ?? NO_TIME;
      // Billing invoices a project in its own currency; another would need a rate of exchange.
      const own = (invoiced.get(id) ?? []).filter((amount) => amount.currency === currency);
      const facts: ProfitFacts = {
        kind,
        currency,
        budget: budgetAmount === null ? null : money(budgetAmount, currency),
        invoiced: sum(own, currency),
        unbilled: money(figures.unbilled, currency),
        cost: money(figures.cost, currency),
        progress: progress.get(id) ?? 0,
        approvedMinutes: figures.approvedMinutes,
        billableMinutes: figures.billableMinutes,
        pendingMinutes: figures.pendingMinutes,
      };
      return [id, profitability(facts)];
    }),
  );
}
