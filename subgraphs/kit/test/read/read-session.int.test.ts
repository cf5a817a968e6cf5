import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transaction, tenancyOf } from '@nexus/kit/events';
import { ReadSession } from '@nexus/kit/read';
import { clientUser, openTestHouse, staff, type TestHouse, testTenant } from '@nexus/kit/testing';
import { Counter, counter, counting } from '../support/counter.js';

const writer = staff(['counting:read', 'counting:write']);
const tenancy = { tenantId: testTenant(1), clientId: null };
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [counting] });
});
afterAll(() => house.close());

const openTransactions = async () => {
  const [row] = await house.database.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  return row?.n;
};

describe('a read session', () => {
  it('begins nothing for whoever still reads when the operation is answered', async () => {
    const read = new ReadSession(house.kernel, tenancy);
    expect(await read.row(Counter, 'none')).toBeUndefined();
    await read.close();
    await expect(read.row(Counter, 'none')).rejects.toMatchObject({ name: 'SessionClosed' });
    expect(await openTransactions()).toBe(0);
  });

  it('begins anew after it was given back for a write', async () => {
    const read = new ReadSession(house.kernel, tenancy);
    expect(await read.row(Counter, 'anew')).toBeUndefined();
    await read.release();
    await house.write(writer, (tx) =>
      tx.run(counter, 'anew', { type: 'Open', id: 'anew', owner: 'Ida' }),
    );
    expect(await read.row(Counter, 'anew')).toMatchObject({ id: 'anew' });
    await read.close();
  });
});

describe('a transaction', () => {
  it('that fails while it begins leaves no failed one in the pool', async () => {
    const begin = (prelude: string) =>
      Transaction.begin(house.kernel.database, tenancy, 'READ WRITE', prelude);
    await expect(begin(' SELECT 1 / 0;')).rejects.toMatchObject({ code: '22012' });
    const next = await begin('');
    expect(await next.sql('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await next.rollback();
  });

  it('is ended by PostgreSQL when it goes on for too long', async () => {
    const transaction = await Transaction.begin(house.kernel.database, tenancy, 'READ ONLY');
    expect(await transaction.sql('SHOW transaction_timeout')).toEqual([
      { transaction_timeout: '1min' },
    ]);
    await transaction.commit();
  });

  it('is refused to a member of a client that names no client', () => {
    expect(tenancyOf(clientUser('cli_00000000000000000000000001', []))).toEqual({
      tenantId: testTenant(1),
      clientId: 'cli_00000000000000000000000001',
    });
    expect(() => tenancyOf(staff([], { kind: 'CLIENT' }))).toThrow(RangeError);
  });
});

describe('a page', () => {
  it.each([
    ['another type', ['many', 'x']],
    ['a number too large', [2 ** 40, 'x']],
    ['NUL', [1, 'a\0']],
    ['a lone surrogate', [1, '\ud800']],
    ['too few values', [1]],
  ])('refuses a made-up cursor with %s', async (_, values) => {
    const after = Buffer.from(JSON.stringify(values)).toString('base64url');
    const { errors } = await house
      .as(writer)
      .execute('query($after: String) { counters(after: $after) { nodes { id } } }', { after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
