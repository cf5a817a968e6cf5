/** @jest-environment jsdom */

import { describe, expect, it } from '@jest/globals';
import { addDays, todayIn } from '@nexus/ui/components/iso-date';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../ui/test/support/axe.js';
import { ADA } from '../../../ui/test/support/open-screen.js';
import { openEmployee } from '../support/screen.js';

const TODAY = todayIn('Europe/London');
const project = { id: 'prj_1', name: 'Hull', code: 'ACM-1' };
const task = (number: string, due: string | null, facts: object = {}) => ({
  ...{ id: `tsk_${number}`, number, title: `Task ${number}`, due, project, priority: 'MEDIUM' },
  ...facts,
});
const mine = (tasks: object[], user: object = {}) => ({
  viewer: { ...ADA, id: 'viewer', user: { ...ADA.user, tasks: { nodes: tasks }, ...user } },
});
const linesOf = (name: string) =>
  within(screen.getByRole('region', { name }))
    .getAllByRole('listitem')
    .map((line) => line.textContent);

describe('my work', () => {
  it('groups what is to do by when it is due, the most pressing first', async () => {
    const { container } = await openEmployee(
      '/',
      mine([
        task('LATER', addDays(TODAY, 30)),
        task('WEEK', addDays(TODAY, 7)),
        task('NOW', TODAY),
        task('LATE', addDays(TODAY, -1), { priority: 'URGENT' }),
        task('FREE', null, { blocked: { reason: 'No wood', since: '2026-11-20T09:00:00Z' } }),
      ]),
    );
    await screen.findByRole('region', { name: 'Overdue' });
    const headings = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
    expect(headings).toEqual([
      ...['Overdue', 'Today', 'In the next seven days', 'Later', 'Without a date'],
    ]);
    expect(linesOf('Overdue')[0]).toContain('Urgent');
    expect(linesOf('Today')).toHaveLength(1);
    expect(linesOf('Without a date')[0]).toContain('Blocked: No wood');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says what appears here where there is nothing, and where to look', async () => {
    await openEmployee('/', mine([]));
    expect(await screen.findByText('Nothing is waiting for you')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Look at the projects' });
    expect(link.getAttribute('href')).toBe('/employee/projects');
    expect(screen.getByText('No timer is running')).toBeTruthy();
  });

  it('opens a task in its address, and its project’s board', async () => {
    await openEmployee('/', mine([task('NOW', TODAY)]));
    const line = within(await screen.findByRole('region', { name: 'Today' }));
    expect(line.getByRole('link', { name: 'Task NOW' }).getAttribute('href')).toBe(
      '/employee/?task=tsk_NOW',
    );
    expect(line.getByRole('link', { name: 'Hull' }).getAttribute('href')).toBe(
      '/employee/projects/prj_1/board',
    );
  });

  it('counts the running timer, and follows one that is started elsewhere', async () => {
    const startedAt = new Date(Date.now() - 65 * 60_000).toISOString();
    const runningTimer = { id: 'te_1', running: true, startedAt, note: 'caulking', project };
    const { tell } = await openEmployee('/', mine([], { runningTimer }));
    const timer = await screen.findByRole('region', { name: 'Running timer' });
    expect(timer.textContent).toContain('Hull caulking');
    expect(timer.textContent).toContain('1:05');
    const sails = { ...project, id: 'prj_2', name: 'Sails' };
    const other = { ...runningTimer, id: 'te_2', project: sails, user: ADA.user, note: '' };
    await tell('timerChanged', { kind: 'TimerStarted', node: other });
    await waitFor(() => expect(timer.textContent).toContain('Sails'));
  });

  it('lets a task go once somebody has completed it', async () => {
    const nodes = [task('NOW', TODAY)];
    const { tell, world } = await openEmployee('/', mine(nodes));
    await screen.findByRole('link', { name: 'Task NOW' });
    Object.assign(world, mine([]));
    const done = { ...task('NOW', TODAY), completedAt: '2026-11-21T10:00:00Z', assignees: [] };
    await tell('taskChanged', { kind: 'TaskCompleted', node: done });
    expect(await screen.findByText('Nothing is waiting for you')).toBeTruthy();
  });

  it('shows the later ones once they are asked for', async () => {
    const tasks = ({ after }: { after?: string }) =>
      after
        ? { nodes: [task('TWO', null)] }
        : { nodes: [task('ONE', null)], pageInfo: { hasNextPage: true, endCursor: 'c1' } };
    const { user } = await openEmployee('/', mine([], { tasks }));
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByRole('link', { name: 'Task TWO' });
    expect(screen.getByRole('link', { name: 'Task ONE' })).toBeTruthy();
  });
});
