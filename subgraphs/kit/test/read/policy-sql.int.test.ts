import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Condition, decideAccess } from '@nexus/kit/domain';
import { type ResourceSql, sql, visibleRows } from '@nexus/kit/read';
import { openTestHouse, staff, type TestHouse } from '@nexus/kit/testing';
import fc from 'fast-check';
import { counter, counting } from '../support/counter.js';

/** The resource's attributes as the read model has them: id, total, owner (null for some), and a set of one. */
const resource: ResourceSql = {
  id: { value: sql`t.id` },
  total: { value: sql`t.total` },
  owner: { value: sql`t.owner` },
  ids: { contains: (value) => sql`t.id = ${value}` },
};
const names = ['a', 'b', 'c'];
let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse({ subgraphs: [counting] });
  await house.write(staff([]), async (tx) => {
    for (const [i, id] of names.entries()) {
      await tx.run(counter, id, { type: 'Open', id, owner: id });
      await tx.run(counter, id, { type: 'Count', id, by: i + 1 });
    }
    await tx.sql(`UPDATE counting.counter SET owner = NULL WHERE id = 'c'`);
  });
});
afterAll(() => house.close());

const text = fc.constantFrom('a', 'b', 'zz');
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    op: fc.constantFrom('eq', 'ne', 'lt', 'gte'),
    left: fc.constantFrom(
      { attr: 'resource.id' },
      { attr: 'resource.owner' },
      { attr: 'resource.missing' },
    ),
    right: fc.oneof(
      text.map((value) => ({ value })),
      fc.constant({ attr: 'subject.team' }),
    ),
  }),
  fc.record({
    op: fc.constantFrom('eq', 'gt', 'lte'),
    left: fc.constant({ attr: 'resource.total' }),
    right: fc.integer({ min: 0, max: 4 }).map((value) => ({ value })),
  }),
  fc.record({
    op: fc.constantFrom('in', 'notIn'),
    left: fc.constantFrom({ attr: 'resource.id' }, { attr: 'resource.owner' }),
    right: fc.array(text, { minLength: 1, maxLength: 3 }).map((value) => ({ value })),
  }),
  text.map(
    (value): Condition => ({ op: 'contains', left: { attr: 'resource.ids' }, right: { value } }),
  ),
) as fc.Arbitrary<Condition>;
const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node;

describe('a list’s filter', () => {
  it('shows exactly the rows that the policy function allows', async () => {
    const rows = await house.database.sql<{ id: string; total: number; owner: string | null }>(
      'SELECT id, total, owner FROM counting.counter ORDER BY id',
    );
    await fc.assert(
      fc.asyncProperty(condition, async (where) => {
        const principal = staff(['x:read'], {
          conditions: { 'x:read': [where] },
          attributes: { team: 'b' },
        });
        const statement = sql`SELECT t.id FROM counting.counter t WHERE ${visibleRows(principal, 'x:read', resource)} ORDER BY t.id`;
        const shown = await house.write(principal, (tx) =>
          tx.sql<{ id: string }>(statement.text, statement.values),
        );
        const allowed = rows.filter(
          (row) => decideAccess(principal, 'x:read', { ...row, ids: [row.id] }).allow,
        );
        expect(shown.map(({ id }) => id)).toEqual(allowed.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });
});
