import { enumeration, type OrderDirection, OrderDirectionEnum } from '@nexus/kit/graph';
import type { OrderTerm } from '@nexus/kit/read';
import { Field, InputType } from 'type-graphql';
import type { Invitation } from '../read/invitation.entity.js';
import type { Membership } from '../read/membership.entity.js';
import type { TenantEntry } from '../read/tenant-entry.entity.js';
import type { User } from '../read/user.entity.js';

const UserOrderField = enumeration('UserOrderField', 'What users are ordered by.', {
  NAME: 'By name.',
});

@InputType({ description: 'An order of users.' })
export class UserOrder {
  @Field(() => UserOrderField, { description: 'By what.' })
  field!: keyof typeof UserOrderField;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: OrderDirection;
}

export function userOrder(orderBy: readonly UserOrder[] | null | undefined): OrderTerm<User>[] {
  const direction = orderBy?.[0]?.direction ?? 'ASC';
  return [{ expression: 't.name_folded', type: 'text', direction, value: (row) => row.nameFolded }];
}

export const byJoining: readonly OrderTerm<Membership>[] = [
  {
    expression: 't.joined_at',
    type: 'timestamptz',
    direction: 'ASC',
    value: (row) => row.joinedAt,
  },
];
export const newestInvitations: readonly OrderTerm<Invitation>[] = [
  {
    expression: 't.created_at',
    type: 'timestamptz',
    direction: 'DESC',
    value: (row) => row.createdAt,
  },
];
export const oldestTenants: readonly OrderTerm<TenantEntry>[] = [
  {
    expression: 't.created_at',
    type: 'timestamptz',
    direction: 'ASC',
    value: (row) => row.createdAt,
  },
];
