import type { Money } from '@nexus/ui/components/decimal';
import type { RateInput } from './rate-card-save.generated.js';
import type { RateRowFragment } from './rate-row.generated.js';

/** Whom a new rate can be for; those of one project or task are set in the project. */
export const LEVELS = ['ROLE', 'USER', 'DEFAULT'] as const;
export const ROLES = ['MANAGER', 'LEAD', 'MEMBER', 'OBSERVER'] as const;

export interface RateWish {
  level: RateInput['level'];
  role: (typeof ROLES)[number];
  user: { readonly id: string; readonly name: string } | null;
  currency: string;
  price: Money | null;
  cost: Money | null;
}

export function wishOf(rate: RateRowFragment | null, currency: string): RateWish {
  return {
    level: rate?.level ?? 'ROLE',
    role: ROLES.find((role) => role === rate?.role) ?? 'MEMBER',
    user: rate?.user ?? null,
    currency: rate?.currency ?? currency,
    price: rate?.price ?? null,
    cost: rate?.cost ?? null,
  };
}

/** A wish as the graph takes it; of one that there is, whom it is for stays. */
export function inputOf(wish: RateWish, rate: RateRowFragment | null): RateInput {
  const { level, role, user, currency, price, cost } = wish;
  const amounts = { price: price?.amount ?? null, cost: cost?.amount ?? null };
  const needsRole = level === 'ROLE' || level === 'DEFAULT';
  const needsUser = level === 'USER' || level === 'MEMBER';
  return {
    level,
    currency,
    ...amounts,
    ...(needsRole && { role }),
    ...(needsUser && user && { userId: user.id }),
    ...(rate?.project && { projectId: rate.project.id }),
    ...(rate?.task && { taskId: rate.task.id }),
  };
}
