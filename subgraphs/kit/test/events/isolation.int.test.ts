import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHouse, staff, type TestHouse, testTenant } from '@nexus/kit/testing';
import pg from 'pg';
import { counter, counting } from '../support/counter.js';

let house: TestHouse;
let app: pg.Client;

beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [counting] });
  for (const n of [1, 2]) {
    const principal = staff(['counting:write'], { tenantId: testTenant(n) });
    await house.write(principal, (tx) =>
      tx.run(counter, `c${n}`, { type: 'Open', id: `c${n}`, owner: 'Ida' }),
    );
  }
  app = new pg.Client({ connectionString: house.database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await house.close();
});

/** Raw SQL as the application role, bound to a tenant. */
async function as(tenant: number, text: string, params: unknown[] = []) {
  await app.query('BEGIN');
  try {
    await app.query(
      `SELECT set_config('app.tenant', $1, true), set_config('app.client', '', true)`,
      [testTenant(tenant)],
    );
    return await app.query(text, params);
  } finally {
    await app.query('ROLLBACK');
  }
}

describe('the application role', () => {
  it('sees the rows of its tenant and no others', async () => {
    expect((await as(1, 'SELECT id FROM counting.counter')).rows).toEqual([{ id: 'c1' }]);
    expect((await as(1, `SELECT id FROM counting.counter WHERE id = 'c2'`)).rows).toEqual([]);
    expect((await as(2, 'SELECT stream FROM kit.event')).rows).toEqual([{ stream: 'counter-c2' }]);
  });

  it('sees nothing without a tenant', async () => {
    await expect(app.query('SELECT * FROM counting.counter')).rejects.toThrow(/app.tenant|uuid/);
  });

  it('writes no row of another tenant', async () => {
    const theft = as(1, `INSERT INTO counting.counter (tenant_id, id, total) VALUES ($1, 'x', 0)`, [
      testTenant(2),
    ]);
    await expect(theft).rejects.toThrow(/row-level security/);
    expect((await as(1, `UPDATE counting.counter SET total = 9 WHERE id = 'c2'`)).rowCount).toBe(0);
  });

  it('appends to the log and changes nothing in it', async () => {
    await expect(as(1, `UPDATE kit.event SET data = '{}'`)).rejects.toThrow(/permission denied/);
    await expect(as(1, 'DELETE FROM kit.event')).rejects.toThrow(/permission denied/);
    await expect(as(1, 'TRUNCATE kit.event')).rejects.toThrow(/permission denied/);
  });

  it('cannot look past the policies', async () => {
    await expect(
      app.query('SET row_security = off; SELECT * FROM counting.counter'),
    ).rejects.toThrow();
    await expect(
      app.query('ALTER TABLE counting.counter DISABLE ROW LEVEL SECURITY'),
    ).rejects.toThrow(/must be owner/);
    await expect(app.query('SET ROLE postgres')).rejects.toThrow(/permission denied/);
  });
});

describe('the log role', () => {
  it('reads events across tenants, and no read model', async () => {
    const log = new pg.Client({ connectionString: house.database.logUrl });
    await log.connect();
    try {
      expect(
        (await log.query('SELECT count(*)::int AS n FROM kit.event')).rows[0].n,
      ).toBeGreaterThanOrEqual(2);
      await expect(log.query('SELECT * FROM counting.counter')).rejects.toThrow(
        /permission denied/,
      );
      await expect(log.query('DELETE FROM kit.event')).rejects.toThrow(/permission denied/);
    } finally {
      await log.end();
    }
  });
});
