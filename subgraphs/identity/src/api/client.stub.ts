import { Key } from '@nexus/kit/graph';
import { Field, ID, ObjectType } from 'type-graphql';

/** The client of crm, by reference only. */
@Key('id', { resolvable: false })
@ObjectType('Client', { description: 'An organisation that the tenant sells to.' })
export class ClientRef {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  id!: string;
}
