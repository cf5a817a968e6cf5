import { encodeId, PLATFORM_TENANT } from '@nexus/kit/domain';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { operationsDesk } from '../ports.js';

/** What waits in each tenant, in numbers; tenants in which nothing waits are left out. For the operator. */
export async function tenantCounts({ consumers, adapters }: SubgraphRuntime) {
  const [parked, mails] = await Promise.all([
    consumers.tailer.reader.sql<{ tenant_id: string; n: number; since: Date }>(
      'SELECT tenant_id, count(*) AS n, min(parked_at) AS since FROM kit.parked_event GROUP BY tenant_id',
    ),
    adapters.get(operationsDesk).mails.counts(),
  ]);
  const parkedOf = new Map(parked.map((row) => [row.tenant_id, row]));
  // Mails of no tenant are the platform's.
  const mailsOf = new Map(mails.map((row) => [row.tenantId ?? PLATFORM_TENANT, row]));
  const ids = [...new Set<string>([...parkedOf.keys(), ...mailsOf.keys()])].sort();
  return ids.map((id) => ({
    id: encodeId('Tenant', id),
    parked: parkedOf.get(id)?.n ?? 0,
    parkedSince: parkedOf.get(id)?.since ?? null,
    mailsPending: mailsOf.get(id as never)?.pending ?? 0,
    mailsFailing: mailsOf.get(id as never)?.failing ?? 0,
  }));
}
