import type { Condition } from './condition.js';
import type { TenantId } from './ids.js';

export type MembershipKind = 'STAFF' | 'CLIENT' | 'DEVELOPER' | 'INVESTOR' | 'OPERATOR';

/** The resolved caller: who, in which tenant, through which membership, with which rights. Plain JSON. */
export interface Principal {
  readonly type: 'user' | 'service' | 'anonymous';
  /** User id `usr_…`, the name of a service, or `anonymous`. */
  readonly subject: string;
  readonly tenantId: TenantId;
  readonly membershipId: string | null;
  readonly kind: MembershipKind | null;
  /** For a CLIENT membership: the client it belongs to. PostgreSQL enforces it as a second, restrictive policy. */
  readonly clientId: string | null;
  readonly sessionId: string | null;
  /** Codes of the roles held. */
  readonly roles: readonly string[];
  /** Scopes held, expanded (see `expandScopes`), with those that a DENY grant removes already gone. */
  readonly scopes: readonly string[];
  /** For scopes held under conditions only: any one of them must hold. A scope absent here is unconditional. */
  readonly conditions: Readonly<Record<string, readonly Condition[]>>;
  /** Facts about the subject that conditions may name. `userId`, `clientId` and `membershipId` are always there. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly timeZone: string;
  readonly locale: string;
}

/** A domain acting on its own in one tenant, for reactions and jobs: all scopes, named in the log. */
export function servicePrincipal(name: string, tenantId: TenantId, timeZone = 'UTC'): Principal {
  return {
    type: 'service',
    subject: name,
    tenantId,
    membershipId: null,
    kind: null,
    clientId: null,
    sessionId: null,
    roles: [],
    scopes: ['*'],
    conditions: {},
    attributes: {},
    timeZone,
    locale: 'en',
  };
}

/** Nobody known. Acts in the platform's tenant, where accounts and sessions live. */
export function anonymousPrincipal(tenantId: TenantId): Principal {
  return { ...servicePrincipal('anonymous', tenantId), type: 'anonymous', scopes: [] };
}
