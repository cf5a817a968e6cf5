import type { Caller } from '../../../../host/test/support/caller.js';
import { eventually } from '../../../../host/test/support/eventually.js';
import { newStaffedProject, submittedTime } from '../../../../host/test/support/work.js';

/** A client with approved work in one project. */
export interface Earned {
  readonly clientId: string;
  readonly clientName: string;
  readonly projectId: string;
  readonly projectName: string;
}

/** An hour of the worker's, approved by the manager and waiting to be invoiced. */
export async function earnedHour(
  manager: Caller,
  worker: Caller,
  workerId: string,
): Promise<Earned> {
  const { clientId, projectId } = await newStaffedProject(manager, workerId);
  const entryId = await submittedTime(worker, projectId);
  await manager.do('timeEntryApprove', { ids: [entryId] }, '__typename');
  await eventually(async () => (await unbilledOf(manager, projectId)) || undefined);
  const { project } = await manager.query<{
    project: { name: string; client: { name: string } };
  }>('query ($id: ID!) { project(id: $id) { name client { name } } }', { id: projectId });
  return { clientId, clientName: project.client.name, projectId, projectName: project.name };
}

/** How many entries wait to be invoiced. */
async function unbilledOf(caller: Caller, projectId: string): Promise<number> {
  const { billableItems } = await caller.query<{ billableItems: { nodes: readonly object[] } }>(
    'query ($id: ID!) { billableItems(filter: { projectId: { eq: $id }, status: [PENDING] }) { nodes { id } } }',
    { id: projectId },
  );
  return billableItems.nodes.length;
}
