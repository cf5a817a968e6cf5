import type { IsoDate } from '@nexus/ui/components/iso-date';
import type { TimesheetEntryFragment } from './timesheet-entry.generated.js';

/** What time is written down for: a project, or a task of it. */
export interface Work {
  readonly projectId: string;
  readonly projectName: string;
  readonly projectCode: string;
  readonly task: { readonly id: string; readonly number: string; readonly title: string } | null;
}

export type EntryStatus = TimesheetEntryFragment['status'];

/** An entry as the sheet shows it: as the graph knows it, or as it will be once what waits is sent. */
export interface SheetEntry {
  readonly id: string;
  readonly date: IsoDate;
  readonly minutes: number;
  readonly billable: boolean;
  readonly note: string | null;
  readonly status: EntryStatus;
  readonly rejectionReason: string | null;
  readonly viewerCanEdit: boolean;
  readonly work: Work;
  /** It, or a change of it, is not sent yet. */
  readonly isWaiting: boolean;
}

/** One work on one day. */
export interface SheetCell {
  readonly key: string;
  readonly date: IsoDate;
  readonly entries: readonly SheetEntry[];
  readonly minutes: number;
}

export interface SheetRow {
  readonly key: string;
  readonly work: Work;
  readonly cells: readonly SheetCell[];
  readonly minutes: number;
}

export interface Sheet {
  readonly days: readonly IsoDate[];
  readonly rows: readonly SheetRow[];
  readonly minutesByDay: readonly number[];
  readonly minutes: number;
  readonly billableMinutes: number;
}

export const workKey = ({ projectId, task }: Work): string => `${projectId} ${task?.id ?? ''}`;

export const cellKey = (work: Work, date: IsoDate): string => `${workKey(work)} ${date}`;

/** An entry of the graph; undefined where its project is out of reach, and while its timer runs. */
export function sheetEntry(entry: TimesheetEntryFragment): SheetEntry | undefined {
  const { project, task, running, ...rest } = entry;
  if (!project || running) return undefined;
  const work = {
    ...{ projectId: project.id, projectName: project.name, projectCode: project.code },
    task: task && { id: task.id, number: task.number, title: task.title },
  };
  return { ...rest, work, isWaiting: false };
}

/** The grid of a week. @param added works that were given a row and have no entry yet */
export function buildSheet(
  days: readonly IsoDate[],
  entries: readonly SheetEntry[],
  added: readonly Work[],
): Sheet {
  const works = new Map(
    [...entries.map(({ work }) => work), ...added].map((work) => [workKey(work), work]),
  );
  const byCell = Map.groupBy(entries, ({ work, date }) => cellKey(work, date));
  const rows = [...works.values()].sort(byName).map((work): SheetRow => {
    const cells = days.map((date): SheetCell => {
      const key = cellKey(work, date);
      const some = byCell.get(key) ?? [];
      return { key, date, entries: some, minutes: sum(some) };
    });
    return { key: workKey(work), work, cells, minutes: sum(cells) };
  });
  return {
    days,
    rows,
    minutesByDay: days.map((date) => sum(entries.filter((entry) => entry.date === date))),
    minutes: sum(entries),
    billableMinutes: sum(entries.filter(({ billable }) => billable)),
  };
}

const sum = (all: readonly { readonly minutes: number }[]) =>
  all.reduce((total, { minutes }) => total + minutes, 0);

const nameOf = ({ projectName, task }: Work) => `${projectName}\n${task?.title ?? ''}`;

/** By project, then by task; the project's own time comes first. */
const byName = (one: Work, other: Work) => nameOf(one).localeCompare(nameOf(other));
