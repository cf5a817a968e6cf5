import { describe, expect, it } from '@jest/globals';
import { listVariables, readInvoiceSearch } from '../src/features/invoices/invoice-search.js';
import { stateOf } from '../src/features/invoices/invoice-state.js';
import type { ClientTaskFragment } from '../src/features/projects/client-task.generated.js';
import { groupTasks } from '../src/features/projects/group-tasks.js';
import { inOrder, nextMilestone } from '../src/features/projects/milestones.js';

describe('an invoice', () => {
  it.each([
    ['OPEN', false, 'open'],
    ['OPEN', true, 'overdue'],
    ['PARTIALLY_PAID', false, 'part-paid'],
    ['PARTIALLY_PAID', true, 'overdue'],
    ['PAID', false, 'paid'],
    ['VOID', false, 'void'],
    ['UNCOLLECTIBLE', true, 'closed'],
  ] as const)('that is %s, overdue %s, is shown as %s', (status, overdue, state) => {
    expect(stateOf({ status, overdue })).toBe(state);
  });
});

describe('a search of invoices', () => {
  it('is read from the address, without nonsense', () => {
    expect(readInvoiceSearch({ state: 'due', project: 'prj_1' })).toEqual({
      state: 'due',
      project: 'prj_1',
    });
    expect(readInvoiceSearch({ state: 'DRAFT', project: 7, more: true })).toEqual({});
  });

  it.each([
    [{}, null, null, null],
    [{ state: 'due' }, ['OPEN', 'PARTIALLY_PAID'], null, null],
    [{ state: 'overdue' }, ['OPEN', 'PARTIALLY_PAID'], true, null],
    [{ state: 'paid', project: 'prj_1' }, ['PAID'], null, { eq: 'prj_1' }],
  ] as const)('%j asks the graph', (search, status, overdue, project) => {
    expect(listVariables(search)).toEqual({ status, overdue, project });
  });
});

describe('tasks', () => {
  const task = (id: string, category: string | null, completedAt: string | null = null) =>
    ({ id, completedAt, column: category && { category } }) as unknown as ClientTaskFragment;

  it('are grouped by how far they are, what is being done first', () => {
    const groups = groupTasks([
      task('done', 'DONE', '2026-11-20T10:00:00Z'),
      task('todo', 'TODO'),
      task('homeless', null),
      task('doing', 'DOING'),
    ]);
    expect(groups.map(({ group, tasks }) => [group, tasks.map(({ id }) => id)])).toEqual([
      ['DOING', ['doing']],
      ['TODO', ['todo', 'homeless']],
      ['DONE', ['done']],
    ]);
  });

  it('make no group where there are none', () => {
    expect(groupTasks([])).toEqual([]);
  });
});

describe('milestones', () => {
  const all = [
    { id: 'last', due: '2027-03-01', status: 'PLANNED' },
    { id: 'first', due: '2026-03-01', status: 'REACHED' },
    { id: 'next', due: '2026-12-01', status: 'MISSED' },
  ] as const;

  it('stand in the order of their days', () => {
    expect(inOrder(all).map(({ id }) => id)).toEqual(['first', 'next', 'last']);
  });

  it('have a next one until all are reached', () => {
    expect(nextMilestone(all)?.id).toBe('next');
    expect(nextMilestone([all[1]])).toBeUndefined();
  });
});
