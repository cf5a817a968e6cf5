import {
  DateTimeFilter,
  DateTimeScalar,
  enumeration,
  IdFilter,
  JSONScalar,
  type Node,
  StringFilter,
} from '@nexus/kit/graph';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { AuditChange } from '../domain/audit-changes.js';
import type { AuditFilterValue } from '../read/audit-list.js';
import { UserRef } from './node-stubs.js';

export const AuditActorType = enumeration(
  'AuditActorType',
  'What kind of somebody caused something.',
  {
    USER: 'A person.',
    SERVICE: 'A domain, acting on its own: a reaction or a job.',
    ANONYMOUS: 'Nobody who was signed in.',
  },
);

@ObjectType({ description: 'Who caused something.', simpleResolvers: true })
export class AuditActor {
  @Field(() => AuditActorType, { description: 'What kind of somebody.' })
  type!: keyof typeof AuditActorType;

  @Field(() => String, { nullable: true, description: 'The domain, where it was a service.' })
  service!: string | null;

  @Field(() => UserRef, { nullable: true, description: 'The person, where it was one.' })
  user!: Node | null;
}

const ChangeState = enumeration('AuditChangeState', 'Whether a value can be seen.', {
  SHOWN: 'It is there.',
  HIDDEN: 'It is not for the caller.',
  ERASED: 'It told of a person who was erased; nobody can read it any more.',
});

@ObjectType('AuditChange', {
  description: 'One field of what an event tells.',
  simpleResolvers: true,
})
export class AuditChangeType implements AuditChange {
  @Field(() => String, { description: 'Its name.' })
  field!: string;

  @Field(() => JSONScalar, { nullable: true, description: 'What it became.' })
  value!: unknown;

  @Field(() => ChangeState, { description: 'Whether the value can be seen.' })
  state!: keyof typeof ChangeState;
}

@InputType({ description: 'Which entries of the audit trail: all that is given must hold.' })
export class AuditFilter implements AuditFilterValue {
  @Field(() => IdFilter, { nullable: true, description: 'Who did it: users by id.' })
  actorId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'What it happened to.' })
  objectId?: IdFilter | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: 'The request that it came of: a command, and what followed from it.',
  })
  correlationId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: 'What happened: `crm.ClientCreated`.' })
  type?: StringFilter | null;

  @Field(() => String, { nullable: true, description: 'The domain that tells of it: `crm`.' })
  domain?: string | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'When it happened.' })
  occurredAt?: DateTimeFilter | null;
}

export const AuditExportFormat = enumeration(
  'AuditExportFormat',
  'The form of a file of the audit trail.',
  {
    CSV: 'A line for each entry, for spreadsheets (RFC 4180).',
    JSON: 'A JSON object in each line.',
  },
);

@ObjectType({
  description: 'A file of the audit trail, ready to be fetched.',
  simpleResolvers: true,
})
export class AuditExport {
  @Field(() => String, {
    description:
      'Where it is fetched from, without signing in, until `expiresAt`. Fetching is recorded.',
  })
  url!: string;

  @Field(() => Int, { description: 'How many entries it will hold, at most 50,000.' })
  rows!: number;

  @Field(() => Boolean, { description: 'Whether these are all; else they are the newest of them.' })
  isComplete!: boolean;

  @Field(() => DateTimeScalar, { description: 'When the link ends.' })
  expiresAt!: Date;
}
