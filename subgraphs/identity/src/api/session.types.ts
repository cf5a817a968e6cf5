import { DateTimeScalar, Payload } from '@nexus/kit/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { IssuedSession } from '../ceremonies/open-session.js';

@ObjectType({
  description: 'What a client holds of its session. Keep the tokens secret.',
  simpleResolvers: true,
})
export class SessionTokens implements IssuedSession {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field(() => String, {
    description: 'Sent as `Authorization: Bearer …`; good until `expiresAt`.',
  })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the access token ends; refresh before.' })
  expiresAt!: Date;

  @Field(() => String, { description: 'Good once, for the next tokens (`sessionRefresh`).' })
  refreshToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the session ends at the latest.' })
  endsAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Kept by the device and sent along, so that it is known again; null where none was sent.',
  })
  deviceToken!: string | null;
}

@InputType({ description: 'E-mail and password of a person who signs in.' })
export class SessionCreateInput {
  @Field(() => String, { description: 'The address of the account.' })
  email!: string;

  @Field(() => String, { description: 'Its password.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What an earlier sign-in gave to this device.',
  })
  deviceToken?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Through which membership to act; the one used last unless given.',
  })
  membershipId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the device says of itself, as browsers do (`User-Agent`); the person sees it among the own sessions.',
  })
  userAgent?: string | null;
}

@InputType({ description: 'A refresh token to exchange.' })
export class SessionRefreshInput {
  @Field(() => String, { description: 'The newest refresh token of the session.' })
  refreshToken!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What an earlier sign-in gave to this device.',
  })
  deviceToken?: string | null;
}

@InputType({ description: 'Which session to end.' })
export class SessionEndInput {
  @Field(() => ID, {
    nullable: true,
    description: 'One of the caller’s sessions; the present one unless given.',
  })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Names the session where the access token has expired.',
  })
  refreshToken?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Instead of the present session, end all others of the caller.',
  })
  others!: boolean;
}

@ObjectType({ description: 'A session that was begun.' })
export class SessionCreatePayload extends Payload {
  @Field(() => SessionTokens, {
    nullable: true,
    description: 'The session, where the sign-in was good.',
  })
  session?: SessionTokens;
}

@ObjectType({ description: 'A session that goes on.' })
export class SessionRefreshPayload extends Payload {
  @Field(() => SessionTokens, {
    nullable: true,
    description: 'The next tokens, where the old one was good.',
  })
  session?: SessionTokens;
}

@ObjectType({ description: 'Sessions that have ended.' })
export class SessionEndPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many were ended now.' })
  ended?: number;
}
