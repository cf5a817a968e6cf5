import { encodeId } from '@nexus/kit/domain';
import { Connection, DateTimeScalar, Key, Node } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that a consumer has put aside. The kit's own table: what is replayed is gone from here at once. */
@Key('id')
@ObjectType({
  implements: Node,
  description:
    'An event that a consumer could not handle, or that waits behind such a one. It is put aside until somebody replays or skips it.',
})
@Entity({ schema: 'kit', name: 'parked_event' })
export class ParkedEvent extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  get id(): string {
    return encodeId('ParkedEvent', this.uuid);
  }

  @PrimaryColumn('uuid', { name: 'id' })
  uuid!: string;

  @Field(() => String, { description: 'The consumer that could not handle it.' })
  @Column('text')
  consumer!: string;

  @Column('text')
  stream!: string;

  @Column('integer')
  version!: number;

  @Field(() => String, { description: 'What happened, by the name of the event.' })
  @Column('text')
  type!: string;

  @Field(() => String, { description: 'Why it could not be handled.' })
  @Column('text')
  error!: string;

  @Field(() => Int, { description: 'How often it was tried; 0 for one that waits behind another.' })
  @Column('integer')
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'Since when it is put aside.' })
  @Column('timestamptz')
  parkedAt!: Date;
}

export const ParkedEventConnection = Connection(ParkedEvent);
