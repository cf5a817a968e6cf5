import { decideAccess, type Principal } from '@nexus/kit/domain';

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

/** Erasing a person cannot be undone: a scope of its own. */
export function canEraseContact(principal: Principal, client: ClientAttributes): boolean {
  return decideAccess(principal, 'crm:erase', attributes(client)).allow;
}
