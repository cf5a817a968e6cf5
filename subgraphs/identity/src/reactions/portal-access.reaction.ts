import type { CrmEvents, PortalAccessGranted } from '@nexus/crm/events';
import { reaction } from '@nexus/kit/consumers';
import { eraseSubject, type WriteSession } from '@nexus/kit/events';
import type { Grantor } from '../domain/role.rules.js';
import { invite, revokeInvitation } from '../guards/invite.js';
import { changeRoles, deactivate, reactivate } from '../guards/member-status.js';

/** crm decides who of a client gets in; identity carries it out. */
const CRM: Grantor = { type: 'service', roles: [], scopes: [], conditions: {} };

interface Held {
  readonly id: string;
  readonly status: 'ACTIVE' | 'SUSPENDED';
}

/** What a contact holds already: a membership that was not removed, or an open invitation. */
async function heldBy(tx: WriteSession, contactId: string) {
  const [member] = await tx.sql<Held>(
    `SELECT id, status FROM identity.membership WHERE contact_id = $1 AND status <> 'REMOVED'`,
    [contactId],
  );
  const open = await tx.sql<{ id: string }>(
    `SELECT id FROM identity.invitation WHERE contact_id = $1 AND status = 'OPEN'`,
    [contactId],
  );
  return { member, open };
}

function rolesOf({ role, billing }: PortalAccessGranted): string[] {
  return [
    'CLIENT',
    ...(role === 'CLIENT_ADMIN' ? ['CLIENT_ADMIN'] : []),
    ...(billing ? ['CLIENT_BILLING'] : []),
  ];
}

async function letIn(tx: WriteSession, grant: PortalAccessGranted): Promise<void> {
  const { contactId, clientId, email, name } = grant;
  const roles = rolesOf(grant);
  const { member, open } = await heldBy(tx, contactId);
  if (member) {
    if (member.status === 'SUSPENDED') await reactivate(tx, member.id, CRM);
    await changeRoles(tx, member.id, { roles }, CRM);
    return;
  }
  for (const { id } of open) await revokeInvitation(tx, id);
  // Erased meanwhile: there is nobody to invite.
  if (!email) return;
  await invite(tx, { email, name: name ?? email, kind: 'CLIENT', roles, clientId, contactId }, CRM);
}

async function shutOut(
  tx: WriteSession,
  contactId: string,
  cause: 'SUSPENDED' | 'REMOVED',
): Promise<void> {
  const { member, open } = await heldBy(tx, contactId);
  for (const { id } of open) await revokeInvitation(tx, id);
  if (member && (cause === 'REMOVED' || member.status === 'ACTIVE')) {
    await deactivate(tx, member.id, { cause }, CRM);
  }
}

/** Forgets whom the contact's invitations named. */
async function forget(tx: WriteSession, contactId: string): Promise<void> {
  const rows = await tx.sql<{ id: string }>(
    'UPDATE identity.invitation SET name = NULL, email = NULL WHERE contact_id = $1 RETURNING id',
    [contactId],
  );
  for (const { id } of rows) await eraseSubject(tx, id, tx.ctx.now);
}

export const portalAccess = reaction<CrmEvents>()({
  name: 'identity.portal-access',
  on: {
    'crm.PortalAccessGranted': ({ data }, tx) => letIn(tx, data),
    'crm.PortalAccessRevoked': ({ data }, tx) => shutOut(tx, data.contactId, 'SUSPENDED'),
    async 'crm.ContactErased'({ data }, tx) {
      await shutOut(tx, data.contactId, 'REMOVED');
      await forget(tx, data.contactId);
    },
  },
});
