import type { Money } from '@nexus/ui/components/decimal';
import type { RateInput } from './rate-card-save.generated.js';
import type { RateRowFragment } from './rate-row.generated.js';

export type RateLevel = RateInput['level'];

/** Whom a new rate can be for, the nearest to the work first: in this order rates are looked for. */
export const LEVELS = ['TASK', 'MEMBER', 'PROJECT', 'ROLE', 'USER', 'DEFAULT'] as const;
export const ROLES = ['MANAGER', 'LEAD', 'MEMBER', 'OBSERVER'] as const;

/** What a rate of each level is chosen by, in the order in which it is asked for. */
export const SUBJECTS = {
  TASK: ['project', 'task'],
  MEMBER: ['project', 'user'],
  PROJECT: ['project'],
  ROLE: ['role'],
  USER: ['user'],
  DEFAULT: ['role'],
} as const satisfies Record<RateLevel, readonly string[]>;

/** Something that was chosen, by what it is called. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface RateWish {
  level: RateLevel;
  role: (typeof ROLES)[number];
  user: Named | null;
  project: Named | null;
  task: Named | null;
  currency: string;
  price: Money | null;
  cost: Money | null;
}

/** A rate as a form has it; of none, a new one for a role. */
export function wishOf(rate: RateRowFragment | null, currency: string): RateWish {
  return {
    level: rate?.level ?? 'ROLE',
    role: ROLES.find((role) => role === rate?.role) ?? 'MEMBER',
    user: rate?.user ?? null,
    project: rate?.project ?? null,
    task: rate?.task ? { id: rate.task.id, name: rate.task.title } : null,
    currency: rate?.currency ?? currency,
    price: rate?.price ?? null,
    cost: rate?.cost ?? null,
  };
}

/** A wish as the graph takes it: a task says by itself of which project it is. */
export function inputOf({
  level,
  role,
  user,
  project,
  task,
  currency,
  price,
  cost,
}: RateWish): RateInput {
  const asked: readonly string[] = SUBJECTS[level];
  return {
    level,
    currency,
    price: price?.amount ?? null,
    cost: cost?.amount ?? null,
    ...(asked.includes('role') && { role }),
    ...(asked.includes('user') && user && { userId: user.id }),
    ...(asked.includes('project') && level !== 'TASK' && project && { projectId: project.id }),
    ...(asked.includes('task') && task && { taskId: task.id }),
  };
}

/** The same subject without a price: the graph takes it off the card. */
export function removalOf(rate: RateRowFragment): RateInput {
  return { ...inputOf(wishOf(rate, rate.currency)), price: null, cost: null };
}
