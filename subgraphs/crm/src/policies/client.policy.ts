import { decideAccess, holdsScope, type Principal } from '@nexus/kit/domain';

/** What conditions may name of a client. */
export interface ClientAttributes {
  readonly id: string;
  readonly ownerId: string | null;
}

const attributes = ({ id, ownerId }: ClientAttributes) => ({ clientId: id, ownerId });

/** Staff see all clients, client users their own. */
export function canReadClient(principal: Principal, client: ClientAttributes): boolean {
  return decideAccess(principal, 'crm:read', attributes(client)).allow;
}

export function canWriteClient(principal: Principal, client: ClientAttributes): boolean {
  return decideAccess(principal, 'crm:write', attributes(client)).allow;
}

/** Who may create clients at all. */
export function canCreateClients(principal: Principal): boolean {
  return holdsScope(principal, 'crm:write');
}

type Kept = ClientAttributes & { readonly archived: boolean };

/** Whether facts, owner and lifecycle can be changed now; an archived client is restored first. */
export function canUpdateClient(principal: Principal, client: Kept): boolean {
  return !client.archived && canWriteClient(principal, client);
}

export function canRestoreClient(principal: Principal, client: Kept): boolean {
  return client.archived && canWriteClient(principal, client);
}

/** Erasing a person cannot be undone: a scope of its own. */
export function canEraseContact(principal: Principal, client: ClientAttributes): boolean {
  return decideAccess(principal, 'crm:erase', attributes(client)).allow;
}
