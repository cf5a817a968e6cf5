import { type Context, createContext, type WriteSession, write } from '@nexus/kit/events';
import type { SubgraphRuntime } from '@nexus/kit/graph';

/** A job's hands in one tenant: transactions as the service `billing`. */
export interface TenantWork {
  readonly ctx: Context;
  readonly principal: Context['principal'];
  write<Result>(work: (tx: WriteSession) => Promise<Result>): Promise<{ result: Result }>;
}

/** Does something in each tenant, one after the other. A failure in one is logged and does not stop the others. */
export async function inEachTenant(
  { kernel, consumers }: SubgraphRuntime,
  job: string,
  work: (tenant: TenantWork) => Promise<void>,
): Promise<void> {
  const { rows } = await kernel.database.log.query<{ tenant_id: string }>(
    'SELECT tenant_id FROM kit.tenant ORDER BY tenant_id',
  );
  for (const { tenant_id } of rows) {
    try {
      const principal = await consumers.tenants.service('billing', tenant_id);
      const ctx = createContext(kernel, principal, { requestId: `job:${job}` });
      await work({ ctx, principal, write: (run) => write(kernel, ctx, run) });
    } catch (err) {
      kernel.logger.error({ err, job, tenant: tenant_id }, 'job failed in a tenant');
    }
  }
}
