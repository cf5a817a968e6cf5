import { DateTimeScalar } from '@nexus/kit/graph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A job that has failed for good.', simpleResolvers: true })
export class FailedJobHealth {
  @Field(() => String, { description: 'Names it in its queue.' })
  key!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it failed last.' })
  failedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why; for the operator.' })
  error!: string | null;
}

@ObjectType({ description: 'A queue: one kind of job.', simpleResolvers: true })
export class JobQueueHealth {
  @Field(() => String, { description: 'Its name, unique: `identity.deliver-mail`.' })
  name!: string;

  @Field(() => Int, { description: 'Jobs that are due.' })
  waiting!: number;

  @Field(() => Int, { description: 'Jobs being done.' })
  active!: number;

  @Field(() => Int, { description: 'Jobs for later.' })
  delayed!: number;

  @Field(() => Int, { description: 'Jobs that have failed for good.' })
  failed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds from run to run; null where it only comes when called.',
  })
  everySeconds!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last ended.' })
  lastRunAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it comes next.' })
  nextRunAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the last run failed.' })
  isFailing!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a run last failed.' })
  lastErrorAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why; for the operator.' })
  lastError!: string | null;

  @Field(() => [FailedJobHealth], { description: 'The newest failed jobs, at most 20.' })
  failures!: readonly FailedJobHealth[];

  @Field(() => Boolean, { description: 'Whether the caller may have failed jobs tried again.' })
  viewerCanRetry!: boolean;
}

@ObjectType({
  description: 'A mail on its way, without what it says and to whom.',
  simpleResolvers: true,
})
export class OutboxMailHealth {
  @Field(() => ID, { description: 'The mail.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it is tried next.' })
  nextTryAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the mail server last refused it.',
  })
  lastErrorAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said.' })
  lastError!: string | null;

  @Field(() => Boolean, { description: 'Whether the caller may have it sent now.' })
  viewerCanResend!: boolean;
}

@ObjectType({ description: 'The outbox.', simpleResolvers: true })
export class MailHealth {
  @Field(() => Boolean, {
    description: 'Whether mails leave the house; otherwise they end in the mailbox of development.',
  })
  isSending!: boolean;

  @Field(() => Int, { description: 'Mails that wait: the tenant’s; for the operator, all.' })
  pending!: number;

  @Field(() => Int, { description: 'How many of them a mail server has refused.' })
  failing!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the oldest waits.' })
  oldestAt!: Date | null;

  @Field(() => [OutboxMailHealth], {
    description: 'The tenant’s own, the oldest first, at most 100.',
  })
  mails!: readonly OutboxMailHealth[];
}
