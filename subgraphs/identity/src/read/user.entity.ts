import { Connection, Key, Node } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MembershipKind } from '../../events.d.ts';
import { MembershipKindEnum, type MembershipStatus, MembershipStatusEnum } from './enums.js';

const CLIENT = `(select current_setting('app.client'))`;

/** Client users see the tenant's own people and those of their client, never another client's. */
export const userTable = readTable({
  schema: 'identity',
  name: 'user_face',
  columns: `
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    name_folded text COLLATE "C" NOT NULL,
    email text,
    email_folded text COLLATE "C",
    kind text NOT NULL,
    status text NOT NULL,
    roles text[] NOT NULL,
    client_ids text[] NOT NULL,
    memberships jsonb NOT NULL`,
  indexes: [
    '(tenant_id, name_folded, id)',
    '(tenant_id, kind, name_folded, id)',
    '(tenant_id, email_folded)',
  ],
  policies: (table) => `
    CREATE POLICY client ON ${table} AS RESTRICTIVE
      USING (${CLIENT} = '' OR kind <> 'CLIENT' OR ${CLIENT} = ANY (client_ids));`,
});

/** A membership as the user's row keeps it, to tell status and roles of the user. */
export interface HeldMembership {
  readonly kind: MembershipKind;
  readonly clientId: string | null;
  readonly roles: readonly string[];
  readonly status: MembershipStatus;
}

@Key('id')
@ObjectType({
  implements: Node,
  description: 'A person, as the account shows itself inside the present tenant.',
  simpleResolvers: true,
})
@Entity({ schema: 'identity', name: 'user_face' })
export class User extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'The name of the person.' })
  @Column('text')
  name!: string;

  @Column('text')
  nameFolded!: string;

  @Column('text')
  email!: string | null;

  @Column('text')
  emailFolded!: string | null;

  @Field(() => MembershipKindEnum, { description: 'On whose side the person stands.' })
  @Column('text')
  kind!: MembershipKind;

  @Field(() => MembershipStatusEnum, { description: 'Whether the person may act in the tenant.' })
  @Column('text')
  status!: MembershipStatus;

  @Field(() => [String], { description: 'Codes of the roles held by active memberships.' })
  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { array: true })
  clientIds!: string[];

  @Column('jsonb')
  memberships!: Record<string, HeldMembership>;
}

export const UserConnection = Connection(User);
