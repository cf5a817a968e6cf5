import type { Principal } from '@nexus/kit/domain';
import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ClientAttributes } from '../policies/client.policy.js';
import {
  type ContactAttributes,
  canErasePerson,
  canGrantPortalAccess,
  canRevokePortalAccess,
  canUpdateContact,
} from '../policies/contact.policy.js';
import { Client } from '../read/client.entity.js';
import { Contact } from '../read/contact.entity.js';

type Policy = (
  principal: Principal,
  client: ClientAttributes,
  contact: ContactAttributes,
) => boolean;

/** Asks a policy about a contact; without its client within reach the answer is no. */
async function asked(ctx: GraphContext, contact: Contact, policy: Policy): Promise<boolean> {
  const client = await ctx.read.row(Client, contact.clientId);
  return client !== undefined && policy(ctx.principal, client, contact);
}

/** What the caller may do with a contact, by the policies that the mutations ask. */
@Resolver(() => Contact)
export class ContactAffordancesResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the caller may change it now.' })
  viewerCanUpdate(@Root() row: Contact, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canUpdateContact);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller may open the client portal to the person, who needs an e-mail address.',
  })
  viewerCanGrantPortalAccess(@Root() row: Contact, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canGrantPortalAccess);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller may close the client portal to the person; the last administrator stays.',
  })
  viewerCanRevokePortalAccess(@Root() row: Contact, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canRevokePortalAccess);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may erase the person, which cannot be undone.',
  })
  viewerCanErase(@Root() row: Contact, @Ctx() ctx: GraphContext): Promise<boolean> {
    return asked(ctx, row, canErasePerson);
  }
}
