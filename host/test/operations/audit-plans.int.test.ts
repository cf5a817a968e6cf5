import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadSession, Sql } from '@nexus/kit/read';
import { staff, type TestHouse, testTenant, testUser } from '@nexus/kit/testing';
import {
  type AuditFilterValue,
  auditEntries,
  auditPage,
} from '../../src/operations/read/audit-list.js';
import { openOperationsHouse } from './support.js';

const TYPES = ['crm.ClientCreated', 'crm.ContactCreated', 'projects.TaskMoved', 'crm.Rare'];
const PROJECT = 'prj_00000000000000000000000001';

let house: TestHouse;
beforeAll(async () => {
  house = await openOperationsHouse([]);
  // Two tenants of thirty thousand events: most are of one busy domain, and what is asked for is rare.
  await house.database.sql(
    `INSERT INTO kit.event (epoch, id, tenant_id, stream, version, type, type_version, data, occurred_at,
       actor_type, actor_id, correlation_id)
     SELECT 1, uuidv7(), tenant, 'task-tsk_' || lpad((i % 3000)::text, 26, '0'), i / 3000 + 1,
       'projects.TaskMoved', 1, '{}'::jsonb, '2026-01-01'::timestamptz + i * interval '1 minute', 'user',
       CASE WHEN i % 5000 = 0 THEN $3 ELSE 'usr_' || i % 20 END, 'r' || i
     FROM unnest($1::uuid[]) AS tenant, generate_series(0, 29999) AS i
     UNION ALL
     SELECT 1, uuidv7(), tenant, 'project-' || $2, i, 'crm.Rare', 1, '{}'::jsonb,
       '2026-01-01'::timestamptz + i * interval '1 day', 'user', 'usr_1', 'p' || i
     FROM unnest($1::uuid[]) AS tenant, generate_series(1, 12) AS i`,
    [[testTenant(1), testTenant(2)], PROJECT, testUser(7)],
  );
  await house.database.sql('ANALYZE kit.event');
});
afterAll(() => house.close());

/** The plan of what really runs, as the application and under its policies. */
async function planOf(run: (read: ReadSession) => Promise<unknown>): Promise<string> {
  const asked: { text: string; values: readonly unknown[] }[] = [];
  const take = async (text: string, values: readonly unknown[]) => {
    asked.push({ text, values });
    return [];
  };
  const spy = { sql: take, query: ({ text, values }: Sql) => take(text, values) };
  await run(spy as unknown as ReadSession);
  const [{ text, values } = { text: '', values: [] }] = asked;
  const lines = await house.write(staff([]), async (tx) => {
    expect(await tx.sql('SELECT current_user AS who')).toEqual([{ who: 'nexus_test_app' }]);
    return tx.sql<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS OFF) ${text}`, values);
  });
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

const pageOf = (filter: AuditFilterValue, after?: string) => (read: ReadSession) =>
  auditPage(read, { filter, args: { first: 25, after: after ?? null }, types: TYPES });

const CURSOR = Buffer.from(JSON.stringify(['2026-01-10T00:00:00.000Z', 13_000])).toString(
  'base64url',
);

describe('a page of the audit trail', () => {
  it.each<[string, AuditFilterValue, string]>([
    ['nothing', {}, 'event_by_time'],
    ['time', { occurredAt: { lt: new Date('2026-01-05') } }, 'event_by_time'],
    ['person', { actorId: { eq: testUser(7) } }, 'event_by_actor'],
    ['object', { objectId: { eq: PROJECT } }, 'event_by_object'],
    ['correlation', { correlationId: { eq: 'p7' } }, 'event_by_correlation'],
    ['type', { type: { eq: 'crm.Rare' } }, 'event_by_type'],
    ['types', { type: { in: ['crm.Rare', 'crm.ClientCreated'] } }, 'event_by_type'],
    ['domain', { domain: 'crm' }, 'event_by_type'],
  ])(
    'by %s is read by its index, newest first, and no further than it shows',
    async (_, filter, index) => {
      for (const after of [undefined, CURSOR]) {
        const plan = await planOf(pageOf(filter, after));
        expect(plan).toMatch(new RegExp(`Index Scan Backward using ${index}`));
        expect(plan).not.toMatch(/Seq Scan on event|Bitmap/);
        const removed = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].map(([, n]) =>
          Number(n),
        );
        expect(removed.every((n) => n === 0)).toBe(true);
      }
    },
  );

  it('finds entries by id by the time that is in it', async () => {
    const plan = await planOf((read) => auditEntries(read, ['aud_01hqv5b7z3e8gt5kq7j9w2m4nc']));
    expect(plan).toContain('event_by_time');
  });
});

describe('the object of an event', () => {
  it('is the id in the name of its stream', async () => {
    const rows = await house.database.sql(
      `SELECT DISTINCT object FROM kit.event WHERE stream LIKE 'project-%'`,
    );
    expect(rows).toEqual([{ object: PROJECT }]);
  });
});
