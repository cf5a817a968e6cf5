import { PLATFORM_TENANT } from '@nexus/kit/domain';
import { createContext, write } from '@nexus/kit/events';
import { type JobDefinition, sweepKeys } from '@nexus/kit/graph';

/** Forgets idempotency keys of yesterday, with the answers (and the personal data in them) that they kept. */
export const keySweep: JobDefinition = {
  name: 'kit.sweep-keys',
  everyMs: 3_600_000,
  async run({ kernel, consumers }) {
    const tenants = await consumers.tailer.reader.sql<{ id: string }>(
      'SELECT tenant_id AS id FROM kit.tenant',
    );
    for (const id of new Set([PLATFORM_TENANT, ...tenants.map((tenant) => tenant.id)])) {
      const principal = await consumers.tenants.service('kit', id);
      const ctx = createContext(kernel, principal, { requestId: 'sweep-keys' });
      await write(kernel, ctx, (tx) => sweepKeys(tx, ctx.now));
    }
  },
};
