import { foldName, violation } from '@nexus/kit/domain';
import { eraseSubject, type WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  ConnectionArgs,
  Emits,
  type GraphContext,
  mutate,
  Payload,
  Requires,
} from '@nexus/kit/graph';
import { allOf, type OrderTerm, type Page, paginate, sql, visibleRows } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { contact } from '../domain/contact.aggregate.js';
import { canEraseContact, canReadClient } from '../policies/client.policy.js';
import { Client } from '../read/client.entity.js';
import { Contact, ContactConnection } from '../read/contact.entity.js';
import { PortalRoleEnum } from '../read/enums.js';
import { writableClient } from './client.access.js';
import {
  ContactCreateInput,
  ContactEraseInput,
  ContactUpdateInput,
  PortalAccessGrantInput,
  PortalAccessRevokeInput,
} from './contact.inputs.js';

@ObjectType({ description: 'A contact that was written.' })
export class ContactPayload extends Payload {
  @Field(() => Contact, { nullable: true, description: 'The contact, where it was done.' })
  contact?: Contact;
}

@ObjectType({ description: 'What a contact may do in the client portal.', simpleResolvers: true })
export class PortalAccess {
  @Field(() => PortalRoleEnum, { description: 'The role there.' })
  role!: keyof typeof PortalRoleEnum;

  @Field(() => Boolean, { description: 'Whether invoices may be seen and paid.' })
  billing!: boolean;
}

type Written = Promise<Answer<{ contact: Contact | undefined }>>;

const BY_NAME: OrderTerm<Contact> = {
  expression: 't.name_folded',
  type: 'text',
  direction: 'ASC',
  value: (row) => row.nameFolded,
};
const MIN_REASON = 10;

/** The contact to be written, within reach through its client. */
async function writableContact(
  tx: WriteSession,
  id: string,
  path: readonly string[] = ['id'],
): Promise<{ readonly row: Contact; readonly client: Client }> {
  const row = await tx.row(Contact, id);
  if (!row) return tx.refuse(violation('NOT_FOUND', 'There is no such contact.', { path }));
  return { row, client: await writableClient(tx, row.clientId, path) };
}

@Resolver(() => Contact)
export class ContactResolver {
  @Query(() => Contact, {
    nullable: true,
    description: 'A contact; null where there is none within reach.',
  })
  @Requires('crm:read')
  async contact(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The contact.' }) id: string,
  ) {
    const row = await ctx.read.row(Contact, id);
    return row && canReadClient(ctx.principal, { id: row.clientId, ownerId: null }) ? row : null;
  }

  @Query(() => ContactConnection, { description: 'The contacts within reach, by name.' })
  @Requires('crm:read')
  contacts(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('clientId', () => ID, { nullable: true, description: 'Of this client.' })
    clientId?: string,
    @Arg('search', () => String, { nullable: true, description: 'Names beginning with this.' })
    search?: string,
  ): Promise<Page<Contact>> {
    const start = foldName(search ?? '');
    const where = allOf(
      visibleRows(ctx.principal, 'crm:read', { clientId: { value: sql`t.client_id` } }),
      sql`NOT t.erased`,
      clientId ? sql`t.client_id = ${clientId}` : undefined,
      start
        ? sql`(t.name_folded >= ${start} AND t.name_folded < ${`${start}\u{10FFFF}`})`
        : undefined,
    );
    return paginate(ctx.read, { entity: Contact, where, orderBy: [BY_NAME], args });
  }

  @Mutation(() => ContactPayload, { description: 'Adds a person to a client.' })
  @Requires('crm:write')
  @Emits('crm.ContactCreated')
  contactCreate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ContactCreateInput) input: ContactCreateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const {
        clientId,
        name,
        email = null,
        phone = null,
        title = null,
        buyingRole = null,
        language = null,
      } = input;
      await writableClient(tx, clientId, ['clientId']);
      const contactId = ctx.newId('Contact');
      const facts = { contactId, clientId, name, email, phone, title, buyingRole, language };
      await tx.run(contact, contactId, { type: 'CreateContact', contact: facts });
      return { contact: await tx.row(Contact, contactId) };
    });
  }

  @Mutation(() => ContactPayload, { description: 'Changes the facts of a contact.' })
  @Requires('crm:write')
  @Emits('crm.ContactUpdated')
  contactUpdate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ContactUpdateInput) input: ContactUpdateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, expectedVersion, name, email, phone, title, buyingRole, language } = input;
      await writableContact(tx, id);
      const given = { ...(name != null && { name }), email, phone, title, buyingRole, language };
      const changes = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      );
      await tx.run(
        contact,
        id,
        { type: 'UpdateContact', contactId: id, changes },
        { expectedVersion },
      );
      return { contact: await tx.row(Contact, id) };
    });
  }

  @Mutation(() => ContactPayload, {
    description: 'Opens the client portal to a contact, who is invited by mail.',
  })
  @Requires('crm:write')
  @Emits('crm.PortalAccessGranted')
  portalAccessGrant(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => PortalAccessGrantInput) input: PortalAccessGrantInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { contactId, role } = input;
      const { row } = await writableContact(tx, contactId, ['contactId']);
      const billing = input.billing ?? row.buyingRole === 'BILLING';
      await tx.run(contact, contactId, {
        type: 'GrantPortalAccess',
        contactId,
        grant: { role, billing },
      });
      return { contact: await tx.row(Contact, contactId) };
    });
  }

  @Mutation(() => ContactPayload, { description: 'Closes the client portal to a contact.' })
  @Requires('crm:write')
  @Emits('crm.PortalAccessRevoked')
  portalAccessRevoke(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => PortalAccessRevokeInput) input: PortalAccessRevokeInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { contactId } = input;
      const { clientId } = (await writableContact(tx, contactId, ['contactId'])).row;
      const others = await tx.sql<{ portal_role: string }>(
        'SELECT portal_role FROM crm.contact WHERE client_id = $1 AND id <> $2 AND portal_role IS NOT NULL FOR UPDATE',
        [clientId, contactId],
      );
      const lastAdmin =
        others.length > 0 && !others.some((other) => other.portal_role === 'CLIENT_ADMIN');
      await tx.run(contact, contactId, { type: 'RevokePortalAccess', contactId, lastAdmin });
      return { contact: await tx.row(Contact, contactId) };
    });
  }

  @Mutation(() => ContactPayload, {
    description: 'Erases a person: the key that opens their data is destroyed.',
  })
  @Requires('crm:erase')
  @Emits('crm.ContactErased', 'crm.PortalAccessRevoked')
  contactErase(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ContactEraseInput) input: ContactEraseInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, reason } = input;
      if (reason.trim().length < MIN_REASON) {
        tx.refuse(
          violation(
            'OVERRIDE_REASON_REQUIRED',
            `Give a reason of ${MIN_REASON} characters or more.`,
            { path: ['reason'], meta: { min: MIN_REASON } },
          ),
        );
      }
      const { client } = await writableContact(tx, id);
      if (!canEraseContact(ctx.principal, client)) {
        tx.refuse(violation('NOT_ALLOWED', 'You may not erase this person.', { path: ['id'] }));
      }
      await tx.run(contact, id, { type: 'EraseContact', contactId: id });
      await eraseSubject(tx, id, ctx.now);
      return { contact: await tx.row(Contact, id) };
    });
  }

  @FieldResolver(() => Client, {
    nullable: true,
    description: 'The client that the person works for.',
  })
  async client(@Root() { clientId }: Contact, @Ctx() ctx: GraphContext): Promise<Client | null> {
    return (await ctx.read.row(Client, clientId)) ?? null;
  }

  @FieldResolver(() => PortalAccess, {
    nullable: true,
    description: 'What the contact may do in the client portal.',
  })
  portalAccess(@Root() { portalRole, portalBilling }: Contact): PortalAccess | null {
    return portalRole ? { role: portalRole, billing: portalBilling } : null;
  }
}
