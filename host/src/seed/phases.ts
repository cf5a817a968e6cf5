import type { DemoPhase, DemoProject } from './portfolio.js';

/** The phases of a project that comes to its end. */
export const WAY: readonly DemoPhase[] = [
  'DISCOVERY',
  'PLANNING',
  'EXECUTION',
  'REVIEW',
  'DELIVERY',
  'SUPPORT',
  'CLOSED',
];

/** When each phase begins, in days before the day of seeding. */
export function phaseStarts({
  starts,
  ends,
}: DemoProject): Readonly<Partial<Record<DemoPhase, number>>> {
  return {
    PLANNING: starts - 5,
    EXECUTION: starts - 14,
    REVIEW: ends + 22,
    DELIVERY: ends + 12,
    SUPPORT: ends + 2,
    CLOSED: ends - 40,
  };
}
