import { Connection, EmailAddressScalar, Key, Node } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BuyingRole, PortalRole } from '../../events.d.ts';
import { BuyingRoleEnum } from './enums.js';

export const contactTable = readTable({
  schema: 'crm',
  name: 'contact',
  clientColumn: 'client_id',
  columns: `
    id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    client_id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    name_folded text COLLATE "C" NOT NULL,
    email text,
    phone text,
    title text,
    buying_role text,
    language text,
    portal_role text,
    portal_billing boolean NOT NULL,
    erased boolean NOT NULL`,
  indexes: ['(tenant_id, client_id, name_folded, id)', '(tenant_id, name_folded, id)'],
});

@Key('id')
@ObjectType({ implements: Node, description: 'A person at a client.', simpleResolvers: true })
@Entity({ schema: 'crm', name: 'contact' })
export class Contact extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Rises with each change; send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Column('text')
  clientId!: string;

  @Field(() => String, { description: 'The full name; `[erased]` once the person was erased.' })
  @Column('text')
  name!: string;

  @Column('text')
  nameFolded!: string;

  @Field(() => EmailAddressScalar, { nullable: true, description: 'The business e-mail address.' })
  @Column('text')
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The phone number (E.164).' })
  @Column('text')
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The position held.' })
  @Column('text')
  title!: string | null;

  @Field(() => BuyingRoleEnum, { nullable: true, description: 'The part played in buying.' })
  @Column('text')
  buyingRole!: BuyingRole | null;

  @Field(() => String, { nullable: true, description: 'The preferred language (BCP 47).' })
  @Column('text')
  language!: string | null;

  @Column('text')
  portalRole!: PortalRole | null;

  @Column('boolean')
  portalBilling!: boolean;

  @Field(() => Boolean, { description: 'Whether the person was erased.' })
  @Column('boolean')
  erased!: boolean;
}

export const ContactConnection = Connection(Contact);
