import { describe, expect, it } from '@jest/globals';
import { statusOf } from '../../src/features/time/cell-status.js';
import { daysOf } from '../../src/features/time/iso-week.js';
import { buildSheet, sheetEntry } from '../../src/features/time/sheet.js';
import { summaryOf } from '../../src/features/time/summary.js';
import type { TimesheetEntryFragment } from '../../src/features/time/timesheet-entry.generated.js';
import { crane, entry, grease } from './entries.js';

const days = daysOf('2026-W47');

describe('the sheet of a week', () => {
  const sheet = buildSheet(
    days,
    [
      entry({ id: 'a', work: grease, minutes: 90 }),
      entry({ id: 'b', work: grease, minutes: 30, billable: false }),
      entry({ id: 'c', date: '2026-11-18', minutes: 45 }),
    ],
    [crane, { ...crane, projectId: 'prj_dock', projectName: 'Dock' }],
  );

  it('has a row for each work, the project itself before its tasks, and rows that were added', () => {
    expect(sheet.rows.map(({ work }) => [work.projectName, work.task?.title])).toEqual([
      ['Crane', undefined],
      ['Crane', 'Grease'],
      ['Dock', undefined],
    ]);
  });

  it('adds up cells, rows, days and the week', () => {
    expect(sheet.rows.map(({ minutes }) => minutes)).toEqual([45, 120, 0]);
    expect(sheet.rows[1]?.cells.map(({ minutes }) => minutes)).toEqual([120, 0, 0, 0, 0, 0, 0]);
    expect(sheet.minutesByDay).toEqual([120, 0, 45, 0, 0, 0, 0]);
    expect([sheet.minutes, sheet.billableMinutes]).toEqual([165, 135]);
  });

  it('says of a cell what asks most of its person', () => {
    expect(statusOf({ entries: [] })).toBeUndefined();
    expect(statusOf({ entries: [entry({ status: 'APPROVED' })] })).toBe('APPROVED');
    expect(
      statusOf({ entries: [entry({ status: 'APPROVED' }), entry({ status: 'REJECTED' })] }),
    ).toBe('REJECTED');
  });
});

describe('an entry of the graph', () => {
  const known: TimesheetEntryFragment = {
    __typename: 'TimeEntry',
    id: 'ten_1',
    date: '2026-11-16',
    minutes: 60,
    billable: true,
    note: null,
    status: 'DRAFT',
    running: false,
    rejectionReason: null,
    viewerCanEdit: true,
    project: { __typename: 'Project', id: 'prj_crane', name: 'Crane', code: 'CRA' },
    task: null,
  };

  it('is shown with its work', () => {
    expect(sheetEntry(known)).toMatchObject({ id: 'ten_1', work: crane, isWaiting: false });
  });

  it('is not shown while its timer runs, or where its project is out of reach', () => {
    expect(sheetEntry({ ...known, running: true })).toBeUndefined();
    expect(sheetEntry({ ...known, project: null })).toBeUndefined();
  });
});

describe('what handing in would hand in', () => {
  it('counts drafts alone, by project, and says what stays', () => {
    const sheet = buildSheet(
      days,
      [
        entry({ id: 'a', minutes: 60 }),
        entry({ id: 'b', work: grease, minutes: 30, billable: false, isWaiting: true }),
        entry({ id: 'c', minutes: 500, status: 'APPROVED' }),
        entry({ id: 'd', minutes: 500, status: 'REJECTED' }),
      ],
      [],
    );
    expect(summaryOf(sheet)).toEqual({
      projects: [{ id: 'prj_crane', name: 'Crane', minutes: 90 }],
      minutes: 90,
      billable: 60,
      drafts: 2,
      rejected: 1,
      waiting: 1,
    });
  });
});
