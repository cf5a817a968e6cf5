import { encodeId } from '@nexus/kit/domain';
import { Connection, DateTimeScalar, Key, Node } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { domainOf, sentenceOf } from '../domain/audit-text.js';

/** An event of the log as the audit trail shows it: the log itself, no copy of it. */
@Key('id')
@ObjectType({
  implements: Node,
  description: 'Something that happened in the tenant: who, when, what, to what.',
})
@Entity({ schema: 'kit', name: 'event' })
export class AuditEntry extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  get id(): string {
    return encodeId('AuditEntry', this.uuid);
  }

  @Column('text', { name: 'id' })
  uuid!: string;

  @PrimaryColumn('bigint')
  position!: number;

  @Column('integer')
  epoch!: number;

  @Column('text')
  xid!: string;

  @Column('text')
  stream!: string;

  @Column('integer')
  version!: number;

  @Field(() => String, {
    description:
      'What happened, by the name of the event: `crm.ClientCreated`. The code of `summary`.',
  })
  @Column('text')
  type!: string;

  @Column('integer')
  typeVersion!: number;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('bytea')
  sealed!: Buffer | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Column('timestamptz')
  occurredAt!: Date;

  @Column('text')
  actorType!: 'user' | 'service' | 'anonymous';

  @Column('text')
  actorId!: string;

  @Field(() => String, {
    description: 'Names the request that it came of: what came of one wish shares it.',
  })
  @Column('text')
  correlationId!: string;

  @Column('text')
  causationId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of what it happened to, also where that is no node of the graph.',
  })
  @Column('text', { name: 'object' })
  objectId!: string | null;

  @Field(() => String, { description: 'The domain that tells of it: `crm`.' })
  get domain(): string {
    return domainOf(this.type);
  }

  @Field(() => String, { description: 'What happened, in a few words of English.' })
  get summary(): string {
    return sentenceOf(this.type);
  }
}

export const AuditEntryConnection = Connection(AuditEntry);
