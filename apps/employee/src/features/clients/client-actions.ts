import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { Archive, ArchiveRestore, PencilLine, UserRoundCog, UserRoundPlus } from 'lucide-react';
import { ClientArchiveDocument } from './client-archive.generated.js';
import type { ClientDetailFragment } from './client-detail.generated.js';
import { ClientRestoreDocument } from './client-restore.generated.js';

export type ClientQuestion = 'update' | 'owner' | 'contact';

/** A client, and how questions about it are asked. */
export interface ClientSubject {
  readonly client: ClientDetailFragment;
  readonly ask: (question: ClientQuestion) => void;
}

const archive: Action<ClientSubject> = {
  ...{ id: 'client.archive', icon: Archive },
  labelKey: 'clients:actions.archive',
  doneKey: 'clients:actions.archived',
  isAllowed: ({ client }) => client.viewerCanArchive && !client.archived,
  async perform({ client: { id } }, { graph }) {
    return (await mutate(graph, ClientArchiveDocument, { input: { id } })).clientArchive.errors;
  },
  async undo({ client: { id } }, { graph }) {
    return (await mutate(graph, ClientRestoreDocument, { input: { id } })).clientRestore.errors;
  },
};

const restore: Action<ClientSubject> = {
  ...{ id: 'client.restore', icon: ArchiveRestore },
  labelKey: 'clients:actions.restore',
  isAllowed: ({ client }) => client.viewerCanRestore && client.archived,
  async perform({ client: { id } }, { graph }) {
    return (await mutate(graph, ClientRestoreDocument, { input: { id } })).clientRestore.errors;
  },
};

/** What can be done to a client. */
export const clientActions: readonly Action<ClientSubject>[] = [
  {
    ...{ id: 'client.contact', icon: UserRoundPlus, shortcut: 'a' },
    labelKey: 'clients:actions.contact',
    isAllowed: ({ client }) => client.viewerCanAddContact,
    perform: async ({ ask }) => void ask('contact'),
  },
  {
    ...{ id: 'client.update', icon: PencilLine, shortcut: 'e' },
    labelKey: 'clients:actions.update',
    isAllowed: ({ client }) => client.viewerCanUpdate,
    perform: async ({ ask }) => void ask('update'),
  },
  {
    ...{ id: 'client.owner', icon: UserRoundCog },
    labelKey: 'clients:actions.owner',
    isAllowed: ({ client }) => client.viewerCanUpdate,
    perform: async ({ ask }) => void ask('owner'),
  },
  archive,
  restore,
];
