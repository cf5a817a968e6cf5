import { Key } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';

/** Identity's user, by reference only. */
@Key('id', { resolvable: false })
@ObjectType('User')
export class UserRef {
  @Field(() => ID)
  id!: string;
}
