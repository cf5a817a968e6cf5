import { DateTimeScalar, enumeration } from '@nexus/kit/graph';
import { Field, Int, ObjectType } from 'type-graphql';

export const FollowerKindEnum = enumeration(
  'ConsumerKind',
  'In what way something follows the log.',
  {
    PROJECTION: 'A read model that is written together with the events.',
    CATCH_UP: 'A read model of other domains’ events.',
    REACTION: 'What happens because something happened.',
    PROCESS: 'Something that goes on over many events.',
  },
);

export const ConsumerStateEnum = enumeration(
  'ConsumerState',
  'How something that follows the log does.',
  {
    RUNNING: 'It is up to date, or on its way.',
    RETRYING: 'It tries again what has failed.',
    STALLED: 'Events wait for it for more than half a minute, and it says nothing.',
    REBUILDING: 'It is being filled anew from the log; reads and writes go on.',
  },
);

export const RebuildStatusEnum = enumeration('ProjectionRebuildStatus', 'How far a rebuild is.', {
  REQUESTED: 'It begins within seconds.',
  RUNNING: 'The log is being replayed.',
  DONE: 'The fresh table has taken the old one’s place.',
  FAILED: 'The old table stays.',
});

@ObjectType({ description: 'A read model filled anew from the log.', simpleResolvers: true })
export class ProjectionRebuild {
  @Field(() => RebuildStatusEnum, { description: 'How far it is.' })
  status!: keyof typeof RebuildStatusEnum;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'How many events are replayed.' })
  replayed!: number;

  @Field(() => Int, { nullable: true, description: 'Of how many; null until it has begun.' })
  total!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it failed; for the operator.' })
  error!: string | null;
}

@ObjectType({
  description: 'Something that follows the log: a projection, a reaction, a process.',
  simpleResolvers: true,
})
export class ConsumerHealth {
  @Field(() => String, { description: 'Its name, unique: `billing.record-items`.' })
  name!: string;

  @Field(() => String, { description: 'The subgraph that it belongs to.' })
  subgraph!: string;

  @Field(() => FollowerKindEnum, { description: 'In what way it follows.' })
  kind!: keyof typeof FollowerKindEnum;

  @Field(() => ConsumerStateEnum, { description: 'How it does.' })
  state!: keyof typeof ConsumerStateEnum;

  @Field(() => Int, { description: 'Events of all tenants that wait for it, counted up to 1,000.' })
  behind!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the oldest of them waits.',
  })
  behindSince!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it last moved on; null where it never waits.',
  })
  handledAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When something last failed.' })
  lastErrorAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What failed; for the operator, and for the tenant whose event it was.',
  })
  lastError!: string | null;

  @Field(() => Int, {
    description: 'Events that it has put aside: the tenant’s; for the operator, all.',
  })
  parked!: number;

  @Field(() => ProjectionRebuild, {
    nullable: true,
    description: 'The last rebuild that was asked for.',
  })
  rebuild!: ProjectionRebuild | null;

  @Field(() => Boolean, { description: 'Whether the caller may have it filled anew now.' })
  viewerCanRebuild!: boolean;
}
