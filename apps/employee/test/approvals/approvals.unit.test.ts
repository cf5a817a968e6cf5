import { describe, expect, it } from '@jest/globals';
import { amountOf } from '../../src/features/approvals/amount.js';
import { refusedBy } from '../../src/features/approvals/approval-actions.js';
import {
  move,
  NO_CHOICE,
  toggle,
  toggleAll,
  withoutGone,
} from '../../src/features/approvals/choice.js';
import {
  type ApprovalEntry,
  groupWaiting,
  narrow,
  readApprovalSearch,
} from '../../src/features/approvals/waiting.js';

const entry = (id: string, person: string, date: string, project = 'Crane') =>
  ({
    ...{ id, date, minutes: 60, billable: true, rate: null },
    user: { id: `usr_${person}`, name: person },
    project: { id: `prj_${project}`, name: project },
  }) as unknown as ApprovalEntry;

describe('the approvals queue', () => {
  const all = [
    entry('c', 'Nora', '2026-11-17'),
    entry('b', 'Emil', '2026-11-22'),
    entry('a', 'Emil', '2026-11-16', 'Dock'),
    entry('d', 'Nora', '2026-11-09'),
  ];

  it('is grouped by week and person, the oldest week first', () => {
    expect(
      groupWaiting(all).map(({ monday, person, entries, minutes }) => [
        ...[monday, person, minutes],
        entries.map(({ id }) => id).join(),
      ]),
    ).toEqual([
      ['2026-11-09', 'Nora', 60, 'd'],
      ['2026-11-16', 'Emil', 120, 'a,b'],
      ['2026-11-16', 'Nora', 60, 'c'],
    ]);
  });

  it('is narrowed by what its address says, and nonsense in it says nothing', () => {
    const ids = (search: object) =>
      narrow(all, readApprovalSearch({ ...search })).map(({ id }) => id);
    expect(ids({ person: 'usr_Emil' })).toEqual(['b', 'a']);
    expect(ids({ person: 'usr_Emil', project: 'prj_Dock' })).toEqual(['a']);
    expect(readApprovalSearch({ person: 7, project: '', show: 'all' })).toEqual({});
    expect(readApprovalSearch({ show: 'approved' })).toEqual({ show: 'approved' });
  });
});

describe('choosing lines', () => {
  const ids = ['a', 'b', 'c', 'd'];

  it('walks from the first line on, and stays within', () => {
    const first = move(NO_CHOICE, ids, 1);
    expect(first.at).toBe('a');
    expect(move(first, ids, -1).at).toBe('a');
    expect(move(move(first, ids, 9), ids, 1).at).toBe('d');
  });

  it('chooses one, gives it up, and chooses ranges from where it was', () => {
    const one = toggle(NO_CHOICE, ids, 'b');
    expect([...one.ids]).toEqual(['b']);
    expect([...toggle(one, ids, 'b').ids]).toEqual([]);
    expect([...toggle(one, ids, 'd', true).ids]).toEqual(['b', 'c', 'd']);
    expect([...toggle(NO_CHOICE, ids, 'c', true).ids]).toEqual(['c']);
  });

  it('chooses all of a group, or none where all are chosen', () => {
    const some = toggleAll(toggle(NO_CHOICE, ids, 'a'), ['a', 'b']);
    expect([...some.ids]).toEqual(['a', 'b']);
    expect([...toggleAll(some, ['a', 'b']).ids]).toEqual([]);
  });

  it('forgets what is gone, and the cursor goes to who came next', () => {
    const choice = { ids: new Set(['a', 'b']), at: 'b' };
    expect(withoutGone(choice, ids, ['a', 'c', 'd'])).toEqual({ ids: new Set(['a']), at: 'c' });
    expect(withoutGone({ ...choice, at: 'd' }, ids, ['a', 'b']).at).toBe('b');
    expect(withoutGone(choice, ids, []).at).toBeUndefined();
  });
});

describe('what an entry comes to', () => {
  const of = (amount: string, currency: string, minutes: number) =>
    amountOf({ minutes, billable: true, rate: { __typename: 'Money', amount, currency } });

  it.each([
    ['120.00', 'EUR', 90, '180.00'],
    ['99.99', 'EUR', 1, '1.67'],
    ['0.05', 'EUR', 6, '0.01'],
    ['0.05', 'EUR', 5, '0.00'],
    ['85.1234', 'EUR', 60, '85.12'],
    ['9000', 'JPY', 50, '7500'],
  ])('is exact: %s %s an hour, %i minutes', (rate, currency, minutes, amount) => {
    expect(of(rate, currency, minutes)).toEqual({ amount, currency });
  });

  it('is not told without a rate, and not of what nobody pays for', () => {
    expect(amountOf({ minutes: 60, billable: true, rate: null })).toBeNull();
    const rate = { __typename: 'Money', amount: '1.00', currency: 'EUR' } as const;
    expect(amountOf({ minutes: 60, billable: false, rate })).toBeNull();
  });
});

describe('what stands against a batch', () => {
  it('is placed at the entries that its path names', () => {
    const at = (path: string[] | null, message: string) =>
      ({ code: 'RULE_VIOLATED', message, path, rule: null }) as never;
    const byId = refusedBy(
      [
        at(['input', 'ids', '1'], 'No price'),
        at(['ids', '0'], 'Own time'),
        at(['input', 'reason'], 'Too long'),
        at(null, 'Somehow'),
      ],
      ['x', 'y'],
    );
    expect(Object.fromEntries(byId)).toEqual({ y: 'No price', x: 'Own time' });
  });
});
