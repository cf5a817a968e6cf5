import { DateTimeScalar } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Somewhere the caller is signed in.', simpleResolvers: true })
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

  @Field(() => Boolean, { description: 'Whether this is the session that asks.' })
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
