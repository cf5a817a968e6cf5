import { MutationInput, Payload } from '@nexus/kit/graph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ParkedEvent } from '../read/parked-event.entity.js';

@InputType({ description: 'What to try again.' })
export class ParkedEventReplayInput extends MutationInput {
  @Field(() => ID, {
    description: 'A parked event. All that waits with it is tried in order, the oldest first.',
  })
  id!: string;
}

@ObjectType({ description: 'What became of a replay.' })
export class ParkedEventReplayPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many events had their effect now.' })
  replayed?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of the same still wait; replay again where there was no error.',
  })
  remaining?: number;
}

@InputType({ description: 'What never to handle, and why.' })
export class ParkedEventSkipInput extends MutationInput {
  @Field(() => ID, { description: 'The parked event, the oldest of those that wait together.' })
  id!: string;

  @Field(() => String, { description: 'Why, for whoever reads the audit trail.' })
  reason!: string;
}

@ObjectType({ description: 'What was skipped.' })
export class ParkedEventSkipPayload extends Payload {
  @Field(() => ParkedEvent, { nullable: true, description: 'The event, as it waited.' })
  parkedEvent?: ParkedEvent;

  @Field(() => Int, {
    nullable: true,
    description: 'How many waited behind it and can be replayed now.',
  })
  remaining?: number;
}
