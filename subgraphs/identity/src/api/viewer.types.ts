import { DateTimeScalar } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';
import type { MembershipKind } from '../../events.d.ts';
import { MembershipKindEnum } from '../read/enums.js';

@ObjectType({
  description: 'A device, by what it says of itself; null for what it does not say.',
  simpleResolvers: true,
})
export class Device {
  @Field(() => String, { nullable: true, description: 'The browser or program, `Firefox`.' })
  browser!: string | null;

  @Field(() => String, { nullable: true, description: 'What it runs on, `Windows`.' })
  system!: string | null;
}

@ObjectType({ description: 'Somewhere a person is signed in.', simpleResolvers: true })
export class Session {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last refreshed.' })
  usedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends unless it is refreshed.' })
  idleAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends at the latest.' })
  absoluteAt!: Date;

  @Field(() => String, { nullable: true, description: 'The network address that it began from.' })
  ip!: string | null;

  @Field(() => Device, { description: 'The device that it began on.' })
  device!: Device;

  @Field(() => Boolean, { description: 'Whether this is the session that asks.' })
  current!: boolean;

  @Field(() => Boolean, { description: 'Whether the caller may end it.' })
  viewerCanEnd!: boolean;
}

@ObjectType({
  description:
    'A membership of the caller, in whichever tenant: name it at sign-in to act through it.',
  simpleResolvers: true,
})
export class MembershipChoice {
  @Field(() => ID, { description: 'The membership.' })
  id!: string;

  @Field(() => String, { description: 'The name of its tenant.' })
  tenantName!: string;

  @Field(() => MembershipKindEnum, { description: 'On whose side.' })
  kind!: MembershipKind;

  @Field(() => [String], { description: 'Codes of the roles held.' })
  roles!: string[];

  @Field(() => Boolean, { description: 'Whether the present session acts through it.' })
  current!: boolean;
}

/** Filled by the resolver's fields; what the caller is lies in the context. */
@ObjectType({ description: 'The caller: who, where, and with which rights.' })
export class Viewer {
  @Field(() => [String], { description: 'Codes of the roles through which the caller acts.' })
  roles!: string[];

  @Field(() => [String], {
    description: 'Codes of the scopes held, some of them perhaps under conditions.',
  })
  scopes!: string[];
}
