import { describe, expect, it } from '@jest/globals';
import { groupTasks } from '../src/features/my-work/group-tasks.js';
import type { MyTaskFragment } from '../src/features/my-work/my-task.generated.js';
import { healthOf, type ProjectHealth } from '../src/features/projects/project-health.js';
import { listVariables, readProjectSearch } from '../src/features/projects/project-search.js';

const TODAY = '2026-11-21';

describe('groupTasks', () => {
  const task = (id: string, due: string | null) => ({ id, due }) as MyTaskFragment;
  const named = (...tasks: MyTaskFragment[]) =>
    groupTasks(tasks, TODAY).map((group) => [group.when, group.tasks.map(({ id }) => id)]);

  it('puts the most pressing first, and leaves out what is empty', () => {
    expect(
      named(task('a', null), task('b', '2026-11-21'), task('c', '2026-11-20'), task('d', null)),
    ).toEqual([
      ['overdue', ['c']],
      ['today', ['b']],
      ['undated', ['a', 'd']],
    ]);
  });

  it('counts seven days as a week, over the end of a month too', () => {
    expect(named(task('in', '2026-11-28'), task('after', '2026-11-29'))).toEqual([
      ['week', ['in']],
      ['later', ['after']],
    ]);
    expect(groupTasks([task('x', '2026-12-02')], '2026-11-28')[0]?.when).toBe('week');
  });
});

describe('healthOf', () => {
  const project = { phase: 'EXECUTION', isOnHold: false, end: '2026-12-01', budget: null } as const;
  const budget = (percent: number | null, ...thresholds: number[]) =>
    ({ __typename: 'ProjectBudget', percent, thresholds }) as const;

  it.each<[ProjectHealth, Partial<Parameters<typeof healthOf>[0]>]>([
    ['on-track', {}],
    ['on-track', { end: null }],
    ['on-track', { end: TODAY }],
    ['on-track', { budget: budget(49.9, 50, 80) }],
    ['on-track', { budget: budget(null) }],
    ['near-budget', { budget: budget(50, 50, 80) }],
    ['near-budget', { budget: budget(100, 50, 80) }],
    ['over-budget', { budget: budget(100.1, 50, 80) }],
    ['late', { end: '2026-11-20' }],
    ['over-budget', { end: '2026-11-20', budget: budget(120, 50) }],
    ['on-hold', { isOnHold: true, end: '2026-11-20' }],
    ['ended', { phase: 'CLOSED', isOnHold: true }],
    ['ended', { phase: 'CANCELLED', end: '2026-11-20' }],
  ])('%s: %j', (health, part) => {
    expect(healthOf({ ...project, ...part }, TODAY)).toBe(health);
  });
});

describe('the search of projects', () => {
  it('reads what an address may hold, and leaves nonsense out', () => {
    expect(readProjectSearch({ search: ' aurora ', phase: 'REVIEW' })).toEqual({
      search: 'aurora',
      phase: 'REVIEW',
    });
    expect(readProjectSearch({ search: '  ', phase: 'review', page: 3 })).toEqual({});
    expect(readProjectSearch({ search: 42 })).toEqual({ search: '42' });
  });

  it('asks the graph for what it says', () => {
    expect(listVariables({})).toEqual({ search: null, phase: null });
    expect(listVariables({ search: 'a', phase: 'CLOSED' })).toEqual({
      search: 'a',
      phase: ['CLOSED'],
    });
  });
});
