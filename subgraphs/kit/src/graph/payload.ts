import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError, UserWarning } from './user-error.js';

/** Base of every mutation's answer: what was wrong, or what is worth knowing. Entities stand beside, nullable. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: 'The rules that were broken; empty when it was done.' })
  errors!: UserError[];

  @Field(() => [UserWarning], { description: 'What is worth knowing about what was done.' })
  warnings!: UserWarning[];
}

/** Base of every mutation's input. */
@InputType()
export abstract class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The same key with the same input within 24 hours has one effect and gives the same answer.',
  })
  idempotencyKey?: string | null;
}
