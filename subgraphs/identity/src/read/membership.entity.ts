import { Connection, DateTimeScalar, Key, Node } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MembershipKind } from '../../events.d.ts';
import { MembershipKindEnum, type MembershipStatus, MembershipStatusEnum } from './enums.js';

export const membershipTable = readTable({
  schema: 'identity',
  name: 'membership',
  clientColumn: 'client_id',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    client_id text COLLATE "C",
    contact_id text COLLATE "C",
    roles text[] NOT NULL,
    status text COLLATE "C" NOT NULL,
    joined_at timestamptz NOT NULL`,
  indexes: [
    '(tenant_id, joined_at, id)',
    '(tenant_id, user_id)',
    '(tenant_id, client_id, joined_at)',
    '(tenant_id, contact_id)',
  ],
});

@Key('id')
@ObjectType({
  implements: Node,
  description: 'A user in a tenant: kind, client, roles.',
  simpleResolvers: true,
})
@Entity({ schema: 'identity', name: 'membership' })
export class Membership extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Rises with each change; send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Column('text')
  userId!: string;

  @Field(() => MembershipKindEnum, { description: 'On whose side the member stands.' })
  @Column('text')
  kind!: MembershipKind;

  @Column('text')
  clientId!: string | null;

  @Column('text')
  contactId!: string | null;

  @Field(() => [String], { description: 'Codes of the roles held.' })
  @Column('text', { array: true })
  roles!: string[];

  @Field(() => MembershipStatusEnum, { description: 'Whether the member may act.' })
  @Column('text')
  status!: MembershipStatus;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  @Column('timestamptz')
  joinedAt!: Date;
}

export const MembershipConnection = Connection(Membership);
