import { Connection, DateTimeScalar, Key, Node } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MembershipKind } from '../../events.d.ts';
import { type InvitationStatus, InvitationStatusEnum, MembershipKindEnum } from './enums.js';

export const invitationTable = readTable({
  schema: 'identity',
  name: 'invitation',
  clientColumn: 'client_id',
  columns: `
    id text COLLATE "C" NOT NULL,
    membership_id text COLLATE "C" NOT NULL,
    name text,
    email text,
    kind text NOT NULL,
    client_id text COLLATE "C",
    contact_id text COLLATE "C",
    roles text[] NOT NULL,
    status text COLLATE "C" NOT NULL,
    expires_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    invited_by_id text COLLATE "C",
    sent_at timestamptz`,
  indexes: [
    '(tenant_id, created_at, id)',
    '(tenant_id, status, created_at, id)',
    '(tenant_id, contact_id)',
  ],
});

@Key('id')
@ObjectType({
  implements: Node,
  description: 'A place kept for somebody asked to join.',
  simpleResolvers: true,
})
@Entity({ schema: 'identity', name: 'invitation' })
export class Invitation extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  membershipId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who is invited; null once that person is erased.',
  })
  @Column('text')
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the invitation went; null once the person is erased.',
  })
  @Column('text')
  email!: string | null;

  @Field(() => MembershipKindEnum, { description: 'On whose side the member will stand.' })
  @Column('text')
  kind!: MembershipKind;

  @Column('text')
  clientId!: string | null;

  @Column('text')
  contactId!: string | null;

  @Field(() => [String], { description: 'Codes of the roles that the member will hold.' })
  @Column('text', { array: true })
  roles!: string[];

  @Field(() => InvitationStatusEnum, { description: 'What became of it.' })
  @Column('text')
  status!: InvitationStatus;

  @Field(() => DateTimeScalar, { description: 'Until when it can be accepted.' })
  @Column('timestamptz')
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was first sent.' })
  @Column('timestamptz')
  createdAt!: Date;

  @Column('text')
  invitedById!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last sent; null for those from before this was kept.',
  })
  @Column('timestamptz')
  sentAt!: Date | null;
}

export const InvitationConnection = Connection(Invitation);
