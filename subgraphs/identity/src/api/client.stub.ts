import { Key } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';

/** The client of crm, by reference only. */
@Key('id', { resolvable: false })
@ObjectType('Client')
export class ClientRef {
  @Field(() => ID)
  id!: string;
}
