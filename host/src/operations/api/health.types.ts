import { DateTimeScalar } from '@nexus/kit/graph';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'PostgreSQL, and the log in it.', simpleResolvers: true })
export class DatabaseHealth {
  @Field(() => String, { description: 'Its version.' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it runs.' })
  startedAt!: Date;

  @Field(() => Int, { description: 'Connections that are open.' })
  connections!: number;

  @Field(() => Int, { description: 'How many it takes.' })
  maxConnections!: number;

  @Field(() => Float, { description: 'Bytes that it holds.' })
  bytes!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Place of the newest event, opaque; null while the log is empty.',
  })
  logHead!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the newest event happened.' })
  logHeadAt!: Date | null;
}

@ObjectType({ description: 'The process that answers.', simpleResolvers: true })
export class ProcessHealth {
  @Field(() => String, { description: 'The version of Nexus.' })
  version!: string;

  @Field(() => String, { description: 'The version of Node.' })
  nodeVersion!: string;

  @Field(() => String, { description: '`single` or `distributed`.' })
  topology!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it runs.' })
  startedAt!: Date;
}

@ObjectType({ description: 'What waits in a tenant, in numbers.', simpleResolvers: true })
export class TenantHealth {
  @Field(() => ID, { description: 'The tenant, as the operator’s list names it.' })
  id!: string;

  @Field(() => Int, { description: 'Events that consumers have put aside.' })
  parked!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the oldest of them waits.',
  })
  parkedSince!: Date | null;

  @Field(() => Int, { description: 'Mails that wait.' })
  mailsPending!: number;

  @Field(() => Int, { description: 'How many of them a mail server has refused.' })
  mailsFailing!: number;
}

@ObjectType({
  description: 'How the house does. Cheap enough to be asked again every few seconds.',
})
export class Health {
  @Field(() => DateTimeScalar, { description: 'When this was found out.' })
  checkedAt!: Date;
}
