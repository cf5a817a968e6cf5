import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PLATFORM_TENANT } from '@nexus/kit/domain';
import { openTestHouse, type TestHouse, testTenant } from '@nexus/kit/testing';
import { keySweep } from '../../src/house/key-sweep.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [], now: '2026-11-16T09:00:00Z' });
});
afterAll(() => house.close());

it('forgets keys after a day, in every tenant, and none before', async () => {
  await house.database.sql(
    `INSERT INTO kit.tenant VALUES ($1, 'UTC', 'en', 'EUR', 'DE'), ($2, 'UTC', 'en', 'EUR', 'DE')`,
    [testTenant(1), testTenant(2)],
  );
  for (const tenant of [PLATFORM_TENANT, testTenant(1), testTenant(2)]) {
    await house.database.sql(
      `INSERT INTO kit.idempotency (tenant_id, subject, key, operation, input_hash, status, outcome, created_at)
       VALUES ($1, 'usr', 'old', 'X', 'h', 'DONE', NULL, '2026-11-15T08:59:00Z'),
              ($1, 'usr', 'new', 'X', 'h', 'DONE', NULL, '2026-11-15T09:01:00Z')`,
      [tenant],
    );
  }
  await keySweep.run(house.runtime, {});
  expect(await house.database.sql('SELECT DISTINCT key FROM kit.idempotency')).toEqual([
    { key: 'new' },
  ]);
});
