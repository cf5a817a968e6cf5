import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlRunner } from '../events/index.js';
import type { ConsumerDefinition } from './definition.js';

const LIMIT_MS = 2_000;
const FIRST_STEP_MS = 2;
const LONGEST_STEP_MS = 20;

/**
 * Waits until a consumer has handled every event of the tenant that is committed now, at most 2 s: what a
 * client has done a moment ago in one domain is seen by the next thing it asks of another.
 * Answers whether it got there. A consumer in trouble must not stop reads, so it does not throw.
 */
export async function passFence(
  reader: SqlRunner,
  { name, types }: Pick<ConsumerDefinition, 'name' | 'types'>,
  tenantId: string,
): Promise<boolean> {
  const [head] = await reader.sql<{ epoch: number; xid: string; position: number }>(
    // Joined sideways: against a sub-select the comparison would reach no index, and read the tenant's whole log.
    `SELECT e.epoch, e.xid::text AS xid, e.position
     FROM (SELECT epoch, xid, position FROM kit.consumer WHERE name = $2
           ORDER BY epoch, xid, position LIMIT 1) c
     CROSS JOIN LATERAL (
       SELECT epoch, xid, position FROM kit.event
       WHERE tenant_id = $1 AND type = ANY ($3)
         AND (epoch, xid, position) > (c.epoch, c.xid, c.position)
       ORDER BY epoch DESC, xid DESC, position DESC LIMIT 1) e`,
    [tenantId, name, types],
  );
  if (!head) return true;
  const deadline = Date.now() + LIMIT_MS;
  for (
    let step = FIRST_STEP_MS;
    Date.now() < deadline;
    step = Math.min(step * 2, LONGEST_STEP_MS)
  ) {
    await sleep(step);
    const [behind] = await reader.sql<{ behind: boolean }>(
      `SELECT EXISTS (SELECT FROM kit.consumer WHERE name = $1
         AND (epoch, xid, position) < ($2, $3::xid8, $4)) AS behind`,
      [name, head.epoch, head.xid, head.position],
    );
    if (!behind?.behind) return true;
  }
  return false;
}
