import { Key, type ReferenceLoader } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';

/** Identity's user: this subgraph knows the id and adds fields. */
@Key('id')
@ObjectType('User', { simpleResolvers: true })
export class UserRef {
  @Field(() => ID)
  id!: string;
}

/** The client of crm: this subgraph knows the id and adds fields. */
@Key('id')
@ObjectType('Client', { simpleResolvers: true })
export class ClientRef {
  @Field(() => ID)
  id!: string;
}

/** Whether they exist is known to their owners; what is added here is filtered by itself. */
export const stubReferences: ReferenceLoader = async (_ctx, ids) =>
  new Map(ids.map((id) => [id, { id }]));
