import type { WriteSession } from '@nexus/kit/events';

/**
 * The next number of a project's tasks. Gapless: it is counted in the transaction that creates the task, under
 * a row lock that later creations wait for. Take it last.
 */
export async function nextTaskSequence(tx: WriteSession, projectId: string): Promise<number> {
  const [row] = await tx.sql<{ last: number }>(
    `INSERT INTO projects.task_number (tenant_id, project_id, last) VALUES ($1, $2, 1)
     ON CONFLICT (tenant_id, project_id) DO UPDATE SET last = projects.task_number.last + 1
     RETURNING last`,
    [tx.ctx.tenantId, projectId],
  );
  return row?.last ?? 1;
}
