import type { Sheet, SheetEntry } from './sheet.js';

/** What handing in a week would hand in. */
export interface Summary {
  readonly projects: readonly {
    readonly id: string;
    readonly name: string;
    readonly minutes: number;
  }[];
  readonly minutes: number;
  readonly billable: number;
  /** How many entries are handed in, stay as rejected, and wait to be sent. */
  readonly drafts: number;
  readonly rejected: number;
  readonly waiting: number;
}

export function summaryOf({ rows }: Pick<Sheet, 'rows'>): Summary {
  const all = rows.flatMap(({ cells }) => cells.flatMap(({ entries }) => entries));
  const drafts = all.filter(({ status }) => status === 'DRAFT');
  const byProject = Map.groupBy(drafts, ({ work }) => work.projectId);
  return {
    projects: [...byProject].map(([id, some]) => ({
      ...{ id, name: some[0]?.work.projectName ?? '', minutes: sum(some) },
    })),
    minutes: sum(drafts),
    billable: sum(drafts.filter(({ billable }) => billable)),
    drafts: drafts.length,
    rejected: all.filter(({ status }) => status === 'REJECTED').length,
    waiting: all.filter(({ isWaiting }) => isWaiting).length,
  };
}

const sum = (entries: readonly SheetEntry[]) =>
  entries.reduce((total, { minutes }) => total + minutes, 0);
