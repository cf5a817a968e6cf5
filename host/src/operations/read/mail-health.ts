import type { Principal } from '@nexus/kit/domain';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { canMendOwn, canSeeTenantCounts } from '../policies/health.policy.js';
import { operationsDesk } from '../ports.js';

const MAILS = 100;

/** The outbox, as this reader may see it. */
export async function mailHealth({ adapters }: SubgraphRuntime, principal: Principal) {
  const { mails } = adapters.get(operationsDesk);
  const [counts, own] = await Promise.all([mails.counts(), mails.of(principal.tenantId, MAILS)]);
  const counted = canSeeTenantCounts(principal)
    ? counts
    : counts.filter(({ tenantId }) => tenantId === principal.tenantId);
  const sum = (of: (row: (typeof counts)[number]) => number) =>
    counted.reduce((total, row) => total + of(row), 0);
  const oldest = counted.map(({ oldestAt }) => oldestAt.getTime());
  return {
    isSending: mails.isSending,
    pending: sum(({ pending }) => pending),
    failing: sum(({ failing }) => failing),
    oldestAt: oldest.length > 0 ? new Date(Math.min(...oldest)) : null,
    mails: own.map((mail) => ({
      ...mail,
      viewerCanResend: canMendOwn(principal),
    })),
  };
}
