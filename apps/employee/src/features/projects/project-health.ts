import type { ProjectRowFragment } from './project-row.generated.js';

export const HEALTHS = [
  'ended',
  'on-hold',
  'over-budget',
  'late',
  'near-budget',
  'on-track',
] as const;
export type ProjectHealth = (typeof HEALTHS)[number];

/**
 * How a project stands, the worst first: over its budget, beyond its last day, beyond the first of its budget's
 * thresholds. Without the right to see the budget only the calendar counts.
 * @param today the day in the reader's zone, ISO
 */
export function healthOf(
  project: Pick<ProjectRowFragment, 'phase' | 'isOnHold' | 'end' | 'budget'>,
  today: string,
): ProjectHealth {
  const { phase, isOnHold, end, budget } = project;
  if (phase === 'CLOSED' || phase === 'CANCELLED') return 'ended';
  if (isOnHold) return 'on-hold';
  const percent = budget?.percent ?? 0;
  if (percent > 100) return 'over-budget';
  if (end !== null && end < today) return 'late';
  const [first = 100] = budget?.thresholds ?? [];
  return percent >= first ? 'near-budget' : 'on-track';
}
