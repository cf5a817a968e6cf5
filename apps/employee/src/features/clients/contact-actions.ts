import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { KeyRound, LockKeyhole, PencilLine, UserRoundX } from 'lucide-react';
import type { ContactCardFragment } from './contact-card.generated.js';
import { PortalAccessGrantDocument } from './portal-access-grant.generated.js';
import { PortalAccessRevokeDocument } from './portal-access-revoke.generated.js';

export type ContactQuestion = 'update' | 'grant' | 'erase';

/** A person of a client, and how questions about them are asked. */
export interface ContactSubject {
  readonly contact: ContactCardFragment;
  readonly ask: (question: ContactQuestion) => void;
}

/** What can be done about a contact. */
export const contactActions: readonly Action<ContactSubject>[] = [
  {
    ...{ id: 'contact.update', icon: PencilLine },
    labelKey: 'clients:contact.update',
    isAllowed: ({ contact }) => contact.viewerCanUpdate,
    perform: async ({ ask }) => void ask('update'),
  },
  {
    ...{ id: 'contact.grant', icon: KeyRound },
    labelKey: 'clients:contact.grant',
    isAllowed: ({ contact }) => contact.viewerCanGrantPortalAccess,
    perform: async ({ ask }) => void ask('grant'),
  },
  {
    ...{ id: 'contact.revoke', icon: LockKeyhole },
    labelKey: 'clients:contact.revoke',
    doneKey: 'clients:contact.revoked',
    isAllowed: ({ contact }) => contact.viewerCanRevokePortalAccess,
    async perform({ contact }, { graph }) {
      const input = { contactId: contact.id };
      const { portalAccessRevoke } = await mutate(graph, PortalAccessRevokeDocument, { input });
      return portalAccessRevoke.errors;
    },
    async undo({ contact }, { graph }) {
      if (!contact.portalAccess) return undefined;
      const { role, billing } = contact.portalAccess;
      const input = { contactId: contact.id, role, billing };
      const { portalAccessGrant } = await mutate(graph, PortalAccessGrantDocument, { input });
      return portalAccessGrant.errors;
    },
  },
  {
    ...{ id: 'contact.erase', icon: UserRoundX },
    labelKey: 'clients:contact.erase',
    isAllowed: ({ contact }) => contact.viewerCanErase && !contact.erased,
    perform: async ({ ask }) => void ask('erase'),
  },
];
