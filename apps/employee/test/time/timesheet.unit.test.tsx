/** @jest-environment jsdom */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../ui/test/support/axe.js';
import type { World } from '../../../ui/test/support/world.js';
import { refused } from '../../../ui/test/support/world.js';
import { openEmployee } from '../support/screen.js';

const WEEK = '2026-W47';
const MONDAY = '2026-11-16';
const project = { id: 'prj_1', name: 'Hull', code: 'ACM-1' };
const entry = (id: string, date: string, minutes: number, facts: object = {}) => ({
  ...{ id, date, minutes, project, status: 'DRAFT', billable: true, viewerCanEdit: true },
  ...facts,
});
const sheet = (entries: object[], facts: object = {}) => ({
  timesheet: { id: 'ts_1', week: WEEK, status: 'OPEN', entries, ...facts },
});
const open = (world: World) => openEmployee(`/time/${WEEK}`, world);
const cell = (day: RegExp) =>
  screen
    .getAllByRole('gridcell')
    .find((one) => day.test(within(one).queryByRole('button')?.getAttribute('aria-label') ?? ''));
const pressed = async (day: RegExp, user: { click: (on: Element) => Promise<void> }) => {
  await screen.findByRole('grid', { name: 'Hours of the week' });
  const found = cell(day);
  if (!found) throw new TypeError(`No cell of ${day}.`);
  await user.click(found);
  return found;
};

// The grid is for screens on which seven days have room.
const matchMedia = globalThis.matchMedia;
beforeAll(() => {
  globalThis.matchMedia = (media) => ({ ...matchMedia(media), matches: true });
});
afterAll(() => {
  globalThis.matchMedia = matchMedia;
});

describe('the grid of a week', () => {
  it('names its cells by work and day, sums rows and days, and is one stop for the tab key', async () => {
    const entries = [entry('a', MONDAY, 90), entry('b', '2026-11-17', 30), entry('c', MONDAY, 15)];
    const { container } = await open(sheet(entries));
    const grid = await screen.findByRole('grid', { name: 'Hours of the week' });
    expect(cell(/Hull.*16 Nov/)?.textContent).toContain('1:45');
    expect(
      within(grid)
        .getAllByRole('rowheader')
        .map((one) => one.textContent),
    ).toEqual(expect.arrayContaining([expect.stringContaining('Hull')]));
    expect(grid.textContent).toContain('2:15');
    const stops = screen.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('writes down what is typed once it is left, as people write hours', async () => {
    const { user, sent } = await open(sheet([entry('a', MONDAY, 90)]));
    await pressed(/17 Nov/, user);
    await user.keyboard('1.5{Enter}');
    await waitFor(() =>
      expect(sent('TimeEntryLog')).toMatchObject({
        ...{ projectId: 'prj_1', date: '2026-11-17', minutes: 90 },
        idempotencyKey: expect.any(String),
      }),
    );
  });

  it('changes the one entry of a cell, and deletes it where the cell is emptied', async () => {
    const { user, sent } = await open(sheet([entry('a', MONDAY, 90)]));
    await pressed(/16 Nov/, user);
    await user.keyboard('2:00{Enter}');
    await waitFor(() => expect(sent('TimeEntryEdit')).toMatchObject({ id: 'a', minutes: 120 }));
    await pressed(/16 Nov/, user);
    await user.keyboard('{Delete}');
    await waitFor(() => expect(sent('TimeEntryDelete')).toMatchObject({ id: 'a' }));
  });

  it('sends nothing of what nobody can read, and says how hours are written', async () => {
    const { user, asked } = await open(sheet([entry('a', MONDAY, 90)]));
    await pressed(/16 Nov/, user);
    await user.keyboard('9 soon');
    expect((await screen.findByRole('alert')).textContent).toBe('Write hours as 1:30, 1.5 or 90m.');
    await user.keyboard('{Escape}');
    expect(asked.filter(({ kind }) => kind === 'mutation')).toEqual([]);
    expect(cell(/16 Nov/)?.textContent).toContain('1:30');
  });

  it('goes by the arrow keys, and not beyond its edges', async () => {
    const { user } = await open(sheet([entry('a', MONDAY, 90)]));
    await pressed(/16 Nov/, user);
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(cell(/18 Nov/));
    await user.keyboard('{ArrowUp}{Home}');
    expect(document.activeElement).toBe(cell(/16 Nov/));
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(cell(/22 Nov/));
  });

  it('shows at its cell why the graph refuses, and what was typed', async () => {
    const timeEntryLog = refused('The project is on hold.', 'date');
    const { user } = await open({ ...sheet([entry('a', MONDAY, 90)]), timeEntryLog });
    const found = await pressed(/17 Nov/, user);
    await user.keyboard('3{Enter}');
    await waitFor(() => expect(found.getAttribute('aria-invalid')).toBe('true'));
    expect(found.textContent).toContain('The project is on hold.');
    expect(found.textContent).toContain('3:00');
  });

  it('leaves alone what was handed in', async () => {
    const given = entry('a', MONDAY, 90, { status: 'SUBMITTED', viewerCanEdit: false });
    const { user, asked } = await open(sheet([given], { status: 'SUBMITTED' }));
    await pressed(/16 Nov/, user);
    await user.keyboard('{Delete}');
    await user.keyboard('1{Enter}');
    expect(asked.filter(({ name }) => /Edit|Delete/.test(name))).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Hand in the week' })).toBeNull();
  });
});

describe('a week', () => {
  it('says what to do where nothing is written down', async () => {
    await open(sheet([]));
    expect(await screen.findByText('Nothing is written down in this week')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add a row' })).toBeTruthy();
  });

  it('leads to the weeks beside it, over the end of a year too', async () => {
    await openEmployee('/time/2026-W53', sheet([]));
    const next = await screen.findByRole('link', { name: 'Next week' });
    expect(next.getAttribute('href')).toBe('/employee/time/2027-W01');
    expect(screen.getByRole('link', { name: 'Previous week' }).getAttribute('href')).toBe(
      '/employee/time/2026-W52',
    );
  });

  it('is handed in after it was shown what is', async () => {
    const entries = [entry('a', MONDAY, 90), entry('b', '2026-11-17', 30)];
    const { user, sent } = await open(sheet(entries, { viewerCanSubmit: true }));
    await user.click(await screen.findByRole('button', { name: 'Hand in the week' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand in week 47?' }));
    expect(dialog.getByText('2 entries are handed in.')).toBeTruthy();
    expect(dialog.getByRole('row', { name: /Hull/ }).textContent).toContain('2:00');
    await user.click(dialog.getByRole('button', { name: 'Hand in' }));
    await waitFor(() => expect(sent('TimesheetSubmit')).toMatchObject({ week: WEEK }));
  });

  it('says what was given back, and why', async () => {
    const rejectionReason = 'Whose mast?';
    await open(sheet([entry('a', MONDAY, 90, { status: 'REJECTED', rejectionReason })]));
    expect(await screen.findByText(/Hull.*16 Nov.*Whose mast\?/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /Correct it/ })).toBeTruthy();
  });
});
