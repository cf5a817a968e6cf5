import { MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType } from 'type-graphql';
import type { MembershipKind } from '../../events.d.ts';
import { type InvitationStatus, InvitationStatusEnum, MembershipKindEnum } from '../read/enums.js';

@InputType({ description: 'Somebody to invite.' })
export class MemberInviteInput extends MutationInput {
  @Field(() => String, { description: 'Where the invitation goes.' })
  email!: string;

  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => [String], { description: 'Codes of the roles to hold.' })
  roles!: string[];

  @Field(() => MembershipKindEnum, { defaultValue: 'STAFF', description: 'On whose side.' })
  kind!: MembershipKind;

  @Field(() => ID, { nullable: true, description: 'The client of a CLIENT member.' })
  clientId?: string | null;
}

@InputType({ description: 'An invitation to send again.' })
export class InvitationResendInput extends MutationInput {
  @Field(() => ID, { description: 'The invitation.' })
  id!: string;
}

@InputType({ description: 'An invitation to take back.' })
export class InvitationRevokeInput extends MutationInput {
  @Field(() => ID, { description: 'The invitation.' })
  id!: string;
}

@InputType({ description: 'The answer of somebody who was invited.' })
export class InvitationAcceptInput {
  @Field(() => String, { description: 'The token from the mail.' })
  token!: string;

  @Field(() => String, { description: 'The name to go by in this tenant.' })
  name!: string;

  @Field(() => String, {
    description:
      'A new password of 15 characters or more; the present one, where the address has an account already.',
  })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What an earlier sign-in gave to this device.',
  })
  deviceToken?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the device says of itself, as browsers do (`User-Agent`); the person sees it among the own sessions.',
  })
  userAgent?: string | null;
}

@InputType({ description: 'Which invitations.' })
export class InvitationFilter {
  @Field(() => [InvitationStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: InvitationStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those whose time is over, or those whose time is not.',
  })
  isExpired?: boolean | null;
}
