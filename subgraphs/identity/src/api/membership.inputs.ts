import { enumeration, IdFilter, MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { DeactivationCause, MembershipKind } from '../../events.d.ts';
import { MembershipKindEnum, type MembershipStatus, MembershipStatusEnum } from '../read/enums.js';

const CauseEnum = enumeration('DeactivationCause', 'For how long somebody is shut out.', {
  SUSPENDED: 'For now: can come back.',
  REMOVED: 'For good: has left.',
});

@InputType({ description: 'Which memberships.' })
export class MembershipFilter {
  @Field(() => [MembershipKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: MembershipKind[] | null;

  @Field(() => [MembershipStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: MembershipStatus[] | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of a user.' })
  userId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Of a client.' })
  clientId?: IdFilter | null;
}

@InputType({ description: 'Other roles for a member.' })
export class MembershipChangeRolesInput extends MutationInput {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;

  @Field(() => [String], { description: 'Codes of all roles held from now on.' })
  roles!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Refuse unless the membership is at this version.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'Somebody to shut out.' })
export class MembershipDeactivateInput extends MutationInput {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;

  @Field(() => CauseEnum, { defaultValue: 'SUSPENDED', description: 'For how long.' })
  cause!: DeactivationCause;

  @Field(() => ID, { nullable: true, description: 'Who takes over open work.' })
  reassignToUserId?: string | null;
}

@InputType({ description: 'Somebody to let in again.' })
export class MembershipReactivateInput extends MutationInput {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;
}

@InputType({ description: 'Sessions of a member to end.' })
export class MembershipEndSessionsInput {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'This session; all but the one that asks, unless given.',
  })
  sessionId?: string | null;
}

@InputType({ description: 'Another name to go by in this tenant.' })
export class MembershipRenameInput extends MutationInput {
  @Field(() => ID, { description: 'The membership: the caller’s own, or one the caller manages.' })
  id!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;
}
