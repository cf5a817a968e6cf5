import { setTimeout as sleep } from 'node:timers/promises';
import { Caller } from './caller.js';
import type { House } from './house.js';
import type { Slug } from './people.js';
import { key } from './work.js';

const PASSWORD = 'harbor violet engine 31 tall';

interface Mailbox {
  readonly devMailbox: { readonly nodes: readonly { readonly token: string | null }[] };
}

/** The token in the mail that somebody gets sooner or later. */
async function tokenMailedTo(admin: Caller, to: string): Promise<string> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const { devMailbox } = await admin.query<Mailbox>(
      'query ($to: String!) { devMailbox(to: $to) { nodes { token } } }',
      { to },
    );
    const token = devMailbox.nodes[0]?.token;
    if (token) return token;
    await sleep(50);
  }
  throw new RangeError(`No mail came to ${to}.`);
}

export interface Portal {
  readonly contactId: string;
  readonly email: string;
  readonly password: string;
  readonly caller: Caller;
}

/** Lets a person of the client into the portal, by contact, grant, mail and acceptance. */
export async function joinPortal(
  house: House,
  clientId: string,
  { billing = false, tenant = 'north' }: { billing?: boolean; tenant?: Slug } = {},
): Promise<Portal> {
  const admin = await house.as('admin', tenant);
  const email = `portal.${key()}@client.example`;
  const { contact } = await admin.do<{ contact: { id: string } }>(
    'contactCreate',
    { clientId, name: 'Clara Petersen', email },
    'contact { id }',
  );
  await admin.do(
    'portalAccessGrant',
    { contactId: contact.id, role: 'CLIENT_ADMIN', billing },
    'contact { id }',
  );
  const token = await tokenMailedTo(admin, email);
  await house
    .anonymous()
    .do(
      'invitationAccept',
      { token, name: 'Clara Petersen', password: PASSWORD },
      'session { expiresAt }',
    );
  const caller = await Caller.signIn(house.nexus.graph, { email, password: PASSWORD });
  return { contactId: contact.id, email, password: PASSWORD, caller };
}
