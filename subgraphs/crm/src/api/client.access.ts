import { violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import { type ResourceSql, sql } from '@nexus/kit/read';
import { canReadClient, canWriteClient } from '../policies/client.policy.js';
import { Client } from '../read/client.entity.js';

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
