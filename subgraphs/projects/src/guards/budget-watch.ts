import { money, toDecimalText, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { ProjectBudget } from '../../events.d.ts';
import { budgetBasis, budgetWatch } from '../domain/budget.aggregate.js';

interface BudgetedProject {
  readonly projectId: string;
  readonly clientId: string | null;
  readonly currency: string;
  readonly budget: ProjectBudget;
}

/** Holds what was approved against the budget; each threshold is reported once, and warned of. */
export async function observeBudget(tx: WriteSession, project: BudgetedProject): Promise<void> {
  const { projectId, clientId, currency } = project;
  const { by, limit } = budgetBasis(project.budget);
  if (!limit) return;
  const total = by === 'COST' ? 'cost_total' : 'value_total';
  const [time] = await tx.sql<{ spent: number }>(
    `SELECT coalesce(sum(t.${total}), 0)::bigint AS spent FROM projects.time_entry t
     WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND t.project_id = $1`,
    [projectId],
  );
  const spent = money(time?.spent ?? 0, currency);
  const { events } = await tx.run(budgetWatch, projectId, {
    type: 'observe',
    projectId,
    clientId,
    spent,
    budget: limit,
  });
  const last = events.at(-1)?.data;
  if (!last) return;
  const amount = `${toDecimalText(last.spent)} of ${toDecimalText(last.budget)} ${currency}`;
  tx.warn(
    violation('BUDGET_THRESHOLD', `${last.percent} % of the budget is reached: ${amount}.`, {
      meta: { projectId, percent: last.percent },
    }),
  );
}
