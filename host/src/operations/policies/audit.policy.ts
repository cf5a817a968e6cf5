import { decideAccess, decodeId, type Principal } from '@nexus/kit/domain';

/** Who did what, when and to what: for those who answer for the tenant's security. */
export function canReadAuditTrail(principal: Principal): boolean {
  return principal.type === 'user' && may(principal, 'identity:security:read');
}

/** What lets one read a domain's data without condition: payloads know no conditions of single rows. */
const DATA_SCOPES: Readonly<Record<string, readonly string[]>> = {
  identity: ['identity:users:read'],
  crm: ['crm:read'],
  projects: ['projects:read', 'projects:finance:read'],
  billing: ['billing:read', 'billing:ledger:read'],
  operations: ['identity:security:read'],
};

/** What an event of the domain says, beside that it happened. */
export function canReadEventData(principal: Principal, domain: string): boolean {
  const scopes = DATA_SCOPES[domain];
  return scopes?.every((scope) => may(principal, scope)) ?? false;
}

/** What an event says of a person: for those who may read where that person stands today. */
export function canReadPersonalData(principal: Principal, subject: string): boolean {
  const entity = decodeId(subject)?.entity;
  if (entity === 'Contact') return may(principal, 'crm:read');
  return entity === 'User' || entity === 'Invitation'
    ? may(principal, 'identity:users:read')
    : false;
}

function may(principal: Principal, scope: string): boolean {
  return decideAccess(principal, scope).allow;
}
