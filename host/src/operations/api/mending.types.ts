import { MutationInput, Payload } from '@nexus/kit/graph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ProjectionRebuild } from './consumer.types.js';

@InputType({ description: 'Which failed job to do again.' })
export class JobRetryInput extends MutationInput {
  @Field(() => String, { description: 'The name of its queue.' })
  queue!: string;

  @Field(() => String, { description: 'Its key in the queue.' })
  key!: string;
}

@ObjectType({ description: 'A job that is done again.' })
export class JobRetryPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Its key in the queue.' })
  key?: string;
}

@InputType({ description: 'Which mail to send now.' })
export class MailResendInput extends MutationInput {
  @Field(() => ID, { description: 'A mail of the tenant that is still in the outbox.' })
  id!: string;
}

@ObjectType({ description: 'A mail that is due now.' })
export class MailResendPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The mail.' })
  id?: string;
}

@InputType({ description: 'Which read model to fill anew.' })
export class ProjectionRebuildInput extends MutationInput {
  @Field(() => String, { description: 'The name of the projection.' })
  projection!: string;
}

@ObjectType({ description: 'A rebuild that was asked for.' })
export class ProjectionRebuildPayload extends Payload {
  @Field(() => ProjectionRebuild, { nullable: true, description: 'It begins within seconds.' })
  rebuild?: ProjectionRebuild;
}
