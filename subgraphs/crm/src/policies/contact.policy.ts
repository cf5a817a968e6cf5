import type { Principal } from '@nexus/kit/domain';
import { type ClientAttributes, canEraseContact, canWriteClient } from './client.policy.js';

/** What decides beside the client that somebody works for. */
export interface ContactAttributes {
  readonly erased: boolean;
  readonly portalRole: string | null;
  readonly email: string | null;
}

/** An erased person is nobody's to change. */
export function canUpdateContact(
  principal: Principal,
  client: ClientAttributes,
  { erased }: ContactAttributes,
): boolean {
  return !erased && canWriteClient(principal, client);
}

/** Who may invite the person to the client portal, or change what they may do there; the invitation is a mail. */
export function canGrantPortalAccess(
  principal: Principal,
  client: ClientAttributes,
  contact: ContactAttributes,
): boolean {
  return contact.email !== null && canUpdateContact(principal, client, contact);
}

export function canRevokePortalAccess(
  principal: Principal,
  client: ClientAttributes,
  contact: ContactAttributes,
): boolean {
  return contact.portalRole !== null && canUpdateContact(principal, client, contact);
}

export function canErasePerson(
  principal: Principal,
  client: ClientAttributes,
  { erased }: ContactAttributes,
): boolean {
  return !erased && canWriteClient(principal, client) && canEraseContact(principal, client);
}
