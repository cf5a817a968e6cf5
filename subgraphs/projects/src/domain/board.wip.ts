import { type Violation, violation } from '@nexus/kit/domain';
import type { WipMode } from '../../events.d.ts';

/** How full a column is, read under a lock on its count. */
export interface Occupancy {
  readonly columnName: string;
  /** Cards in it, without the one that moves. */
  readonly count: number;
  /** Null where there is no limit. */
  readonly limit: number | null;
  readonly mode: WipMode;
}

/** The limit in force: the fixed one, else so many per working member (observers do not count). */
export function wipLimitOf(
  column: { readonly wipLimit: number | null; readonly wipPerMember: number | null },
  workingMembers: number,
): number | null {
  if (column.wipLimit !== null) return column.wipLimit;
  return column.wipPerMember === null ? null : column.wipPerMember * Math.max(1, workingMembers);
}

/** Whether one more card is too many: an error in a BLOCK column, a warning in the others. */
export function wipFindings({ columnName, count, limit, mode }: Occupancy): Violation[] {
  if (limit === null || count < limit) return [];
  return [
    violation('WIP_LIMIT_REACHED', `${columnName} holds ${count} of ${limit} cards.`, {
      path: ['columnId'],
      severity: mode === 'BLOCK' ? 'error' : 'warning',
      meta: { column: columnName, count, limit },
    }),
  ];
}
