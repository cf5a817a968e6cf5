import { expect } from '@jest/globals';
import type { Acknowledged } from './load.js';
import { runNexus } from './nexus-process.js';
import type { Stage } from './tenants.js';

/** The one event that each mutation of the load leaves in the log. */
const LEAVES: Readonly<Record<string, string>> = {
  clientCreate: 'crm.ClientCreated',
  projectCreate: 'projects.ProjectCreated',
  taskCreate: 'projects.TaskCreated',
  timeEntryLog: 'projects.TimeEntryAdded',
  timeEntryApprove: 'projects.TimeEntryApproved',
  invoiceDraftCreate: 'billing.InvoiceDrafted',
  invoiceFinalize: 'billing.InvoiceFinalized',
  invoicePay: 'billing.PaymentSucceeded',
};

/**
 * After a fault: everything that was confirmed is in the log, once, and nothing else is; no money
 * moved twice; `nexus verify` finds the books in order.
 */
export async function expectNothingLostOrDoubled(
  stage: Stage,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const rows = await stage.sql<{ type: string; event: string }>(
    'SELECT type, stream || data::text AS event FROM kit.event WHERE tenant_id = $1 AND type = ANY ($2)',
    [stage.tenants.north.uuid, Object.values(LEAVES)],
  );
  for (const [mutation, type] of Object.entries(LEAVES)) {
    const confirmed = acknowledged.filter((entry) => entry.mutation === mutation);
    const logged = rows.filter((row) => row.type === type).map(({ event }) => event);
    expect({ type, count: logged.length }).toEqual({ type, count: confirmed.length });
    const times = confirmed.map(({ id }) => logged.filter((event) => event.includes(id)).length);
    expect({ mutation, times }).toEqual({ mutation, times: confirmed.map(() => 1) });
  }
  const [charged] = await stage.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM billing.sandbox_charge WHERE tenant_id = $1',
    [stage.tenants.north.uuid],
  );
  const paid = acknowledged.filter(({ mutation }) => mutation === 'invoicePay');
  expect(charged?.count).toBe(paid.length);
  const verify = runNexus(['verify'], stage.variables);
  const { code } = await verify.ended;
  const said = verify.said();
  expect(said.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
  expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^ok/m) });
}
