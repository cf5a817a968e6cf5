import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeliveryHouse, manager, mia } from './support/delivery-house.js';

/** How long things take at this size is measured by `npm run bench`; here it is asked how they are read. */
const TASKS = 10_000;

let house: DeliveryHouse;
let large: string;

/**
 * Rows as events would have made them; the read model alone is looked at here. In small statements: a long one
 * would hold the log's fence for every test that runs beside this one.
 */
async function fill(projectId: string, count: number): Promise<void> {
  for (let from = 1; from <= count; from += 1_000) await insert(projectId, from);
}

async function insert(projectId: string, from: number): Promise<void> {
  await house.house.database.sql(
    `WITH p AS (SELECT * FROM projects.project WHERE id = $1),
       c AS (SELECT array_agg(id ORDER BY position) AS ids FROM projects.board_column WHERE project_id = $1)
     INSERT INTO projects.task (tenant_id, id, version, project_id, client_id, number, sequence, title, type,
       column_id, category, rank, assignee_ids, reporter_id, priority, labels, client_visible, checklist, archived,
       created_at, updated_at)
     SELECT p.tenant_id, p.id || '-' || lpad(n::text, 8, '0'), 1, p.id, p.client_id, p.code || '-' || (n + 100), n + 100,
       'Task ' || n || ' about topic' || (n % 500), 'TASK', c.ids[1 + n % 5], 'TODO', 'a' || lpad(n::text, 8, '0'),
       ARRAY[$3], p.manager_id, 'MEDIUM', '{}', false, '[]', false, now(), now() - n * interval '1 second'
     FROM p, c, generate_series($2::int, $2::int + 999) n`,
    [projectId, from, mia.subject],
  );
}

beforeAll(async () => {
  house = await DeliveryHouse.open();
  large = await house.project([mia]);
  await fill(large, TASKS);
  await house.house.database.sql('VACUUM ANALYZE projects.task');
}, 120_000);
afterAll(() => house.close());

describe(`with ${TASKS} tasks in the tenant, reads`, () => {
  it('compare only with operators that row-level security lets reach an index', async () => {
    const rows = await house.house.database.sql<{ proname: string; proleakproof: boolean }>(
      `SELECT proname, proleakproof FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname IN
         ('texteq', 'text_lt', 'text_gt', 'text_ge', 'uuid_eq', 'date_lt', 'date_gt', 'timestamptz_lt', 'timestamptz_gt', 'int4lt', 'int4gt')`,
    );
    expect(rows.filter(({ proleakproof }) => !proleakproof)).toEqual([]);
  });

  it('a board is read by the index of its columns, as the application and for a manager', async () => {
    const plan = await house.house.write(manager, (tx) =>
      tx.sql<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT card.id FROM unnest(ARRAY(SELECT id FROM projects.board_column WHERE project_id = $1)) AS c(id)
         CROSS JOIN LATERAL (SELECT t.id FROM projects.task t
           WHERE t.tenant_id = (select current_setting('app.tenant')::uuid) AND t.column_id = c.id AND NOT t.archived
           ORDER BY t.rank, t.id LIMIT 51) card`,
        [large],
      ),
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index (Only )?Scan using task_tenant_id_column_id_rank_id_idx/);
    expect(text).not.toMatch(/Seq Scan on task|Sort/);
  });
});
