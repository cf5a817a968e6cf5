import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import type { GraphContext } from '@nexus/kit/graph';
import { type ResourceSql, sql } from '@nexus/kit/read';
import { canReadClient, canWriteClient } from '../policies/client.policy.js';
import { Client } from '../read/client.entity.js';
import { Staff } from '../read/staff.entity.js';

/** How the read model shows what conditions name. */
export const clientResource: ResourceSql = {
  clientId: { value: sql`t.id` },
  ownerId: { value: sql`t.owner_id` },
};

/** The client to be written; absent and out of reach are the same answer. */
export async function writableClient(
  tx: WriteSession,
  id: string,
  path: readonly string[] = ['id'],
): Promise<Client> {
  const row = await tx.row(Client, id);
  const { principal } = tx.ctx;
  if (!row || !canReadClient(principal, row)) {
    return tx.refuse(violation('NOT_FOUND', 'There is no such client.', { path }));
  }
  if (!canWriteClient(principal, row))
    return tx.refuse(violation('NOT_ALLOWED', 'You may not change this client.'));
  return row;
}

/** How to refuse an owner who is not on the staff (any more); one who joined a moment ago is known. */
export async function ownerCheck(
  ctx: GraphContext,
  ownerId: string | null | undefined,
): Promise<(tx: WriteSession) => void> {
  if (ownerId == null || ownerId === ctx.principal.subject) return () => undefined;
  const owner = await ctx.reference('crm.staff', () => ctx.read.row(Staff, ownerId));
  return (tx) => {
    if (owner?.active) return;
    const message = 'There is no such member of staff.';
    tx.refuse(violation('REFERENCE_UNKNOWN', message, { path: ['ownerId'] }));
  };
}
