import {
  type GraphContext,
  LiveEvent,
  type LiveEventValue,
  live,
  Public,
  Requires,
} from '@nexus/kit/graph';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { clientEvents } from '../domain/client.events.js';
import { contactEvents } from '../domain/contact.events.js';
import { canReadClient } from '../policies/client.policy.js';
import { Client } from '../read/client.entity.js';
import { Contact } from '../read/contact.entity.js';

export const ClientEvent = LiveEvent('ClientEvent', Client, 'Something happened to a client.');
export const ContactEvent = LiveEvent('ContactEvent', Contact, 'Something happened to a contact.');

type ClientValue = LiveEventValue<Client | null>;
type ContactValue = LiveEventValue<Contact | null>;
interface Args {
  readonly id?: string | null;
  readonly clientId?: string | null;
  readonly after?: string | null;
}

const named = ({ specs }: { readonly specs: object }) =>
  Object.keys(specs).map((name) => `crm.${name}`);
const CLIENT_TYPES = named(clientEvents);
const CONTACT_TYPES = named(contactEvents);

/** The client, where the caller may see it now. */
async function visibleClient({ read, principal }: GraphContext, id: unknown) {
  const row = await read.row(Client, String(id));
  return row && canReadClient(principal, row) ? row : undefined;
}

@Resolver()
export class CrmLiveResolver {
  @Subscription(() => ClientEvent, {
    description: 'Tells of everything that happens to a client, or to all within reach.',
    subscribe: ({ context, args }: { context: GraphContext; args: Args }) =>
      live<Client>(context, {
        types: CLIENT_TYPES,
        of: { clientId: args.id },
        after: args.after,
        node: ({ data }, fresh) => visibleClient(fresh, data.clientId),
      }),
  })
  @Requires('crm:read')
  @Public()
  clientChanged(
    @Root() event: ClientValue,
    @Arg('id', () => ID, { nullable: true, description: 'Of this client only.' }) _id?: string,
    @Arg('after', () => String, { nullable: true, description: 'Resumes behind this `sequence`.' })
    _after?: string,
  ): ClientValue {
    return event;
  }

  @Subscription(() => ContactEvent, {
    description:
      'Tells of everything that happens to the people of a client, or to all within reach.',
    subscribe: ({ context, args }: { context: GraphContext; args: Args }) =>
      live<Contact>(context, {
        types: CONTACT_TYPES,
        of: { clientId: args.clientId },
        after: args.after,
        node: async ({ data }, fresh) =>
          (await visibleClient(fresh, data.clientId)) &&
          fresh.read.row(Contact, String(data.contactId)),
      }),
  })
  @Requires('crm:read')
  contactChanged(
    @Root() event: ContactValue,
    @Arg('clientId', () => ID, { nullable: true, description: 'Of this client only.' })
    _clientId?: string,
    @Arg('after', () => String, { nullable: true, description: 'Resumes behind this `sequence`.' })
    _after?: string,
  ): ContactValue {
    return event;
  }
}
