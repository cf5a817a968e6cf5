import type { ReferenceLoader } from '@nexus/kit/graph';
import { selectRows } from '@nexus/kit/read';
import { canReadClient } from '../policies/client.policy.js';
import { Client } from '../read/client.entity.js';
import { Contact } from '../read/contact.entity.js';

/** Clients that the caller may see; others are absent. */
export const clientReferences: ReferenceLoader = async (ctx, ids) => {
  const rows = await selectRows(ctx.read, Client, ids);
  return new Map([...rows].filter(([, row]) => canReadClient(ctx.principal, row)));
};

/** Contacts of clients that the caller may see. */
export const contactReferences: ReferenceLoader = async (ctx, ids) => {
  const rows = await selectRows(ctx.read, Contact, ids);
  return new Map(
    [...rows].filter(([, { clientId }]) =>
      canReadClient(ctx.principal, { id: clientId, ownerId: null }),
    ),
  );
};
