import { type IsoDate, mondayOf } from '@nexus/ui/components/iso-date';
import type { ApprovalEntryFragment } from './approval-entry.generated.js';

export type ApprovalEntry = ApprovalEntryFragment;

/** What the queue is narrowed to, as its address says it: `?project=prj_…&person=usr_…&show=approved`. */
export interface ApprovalSearch {
  readonly project?: string;
  readonly person?: string;
  /** Default: what waits. */
  readonly show?: 'approved';
}

/** Whatever an address holds, as a search; what is nonsense is left out. */
export function readApprovalSearch(given: Readonly<Record<string, unknown>>): ApprovalSearch {
  const { project, person, show } = given;
  return {
    ...(typeof project === 'string' && project && { project }),
    ...(typeof person === 'string' && person && { person }),
    ...(show === 'approved' && { show }),
  };
}

/** One person's time of one week. */
export interface ApprovalGroup {
  readonly key: string;
  readonly person: string;
  /** The Monday of the week. */
  readonly monday: IsoDate;
  readonly entries: readonly ApprovalEntry[];
  readonly minutes: number;
}

export function narrow(
  entries: readonly ApprovalEntry[],
  { project, person }: ApprovalSearch,
): readonly ApprovalEntry[] {
  return entries.filter(
    (entry) =>
      (!project || entry.project?.id === project) && (!person || entry.user?.id === person),
  );
}

/** By person and week: weeks from the oldest on, in each people by name, their entries by day. */
export function groupWaiting(entries: readonly ApprovalEntry[]): readonly ApprovalGroup[] {
  const groups = Map.groupBy(entries, ({ user, date }) => `${mondayOf(date)} ${user?.id ?? ''}`);
  return [...groups]
    .map(([key, some]): ApprovalGroup => {
      const sorted = some.toSorted((one, other) => order(one).localeCompare(order(other)));
      return {
        ...{ key, person: some[0]?.user?.name ?? '', monday: key.slice(0, 10), entries: sorted },
        minutes: some.reduce((total, { minutes }) => total + minutes, 0),
      };
    })
    .toSorted((one, other) =>
      `${one.monday} ${one.person}`.localeCompare(`${other.monday} ${other.person}`),
    );
}

const order = ({ date, project, id }: ApprovalEntry) => `${date} ${project?.name ?? ''} ${id}`;
