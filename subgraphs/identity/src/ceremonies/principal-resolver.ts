import type { Principal, RecordedEvent, TenantId } from '@nexus/kit/domain';
import type { SubgraphRuntime } from '@nexus/kit/graph';
import { readPlatform } from '@nexus/kit/read';
import type { JWK } from 'jose';
import type { IdentityEvents } from '../../events.d.ts';
import { rightsOfRoles } from '../domain/roles.js';
import { LINK_COLUMNS, type MembershipLink } from '../guards/membership-link.guard.js';
import { type AccessClaims, accessTokens } from './access-tokens.js';

/** How long a principal is believed without looking again; a revocation is heard far sooner. */
const CACHE_MS = 30_000;
const MAX_ENTRIES = 10_000;

type Listener = (concerns: (principal: Principal) => boolean) => void;

/** Who is behind an access token, for whoever receives requests. */
export interface PrincipalResolver {
  /** Undefined where the token is not good (any more). */
  resolve(accessToken: string): Promise<Principal | undefined>;
  /** Whether the session of a principal still lives, and its rights are still these. */
  stillAllowed(principal: Principal): boolean | Promise<boolean>;
  /** Calls back when sessions end or rights change, with a test for whom it concerns. Returns how to stop. */
  onRevoked(listener: Listener): () => void;
  /** The public keys of access tokens, to be served at `/oauth/jwks`. */
  jwks(): Promise<{ keys: JWK[] }>;
  close(): void;
}

interface Known {
  /** Undefined: the session is over. */
  readonly principal: Principal | undefined;
  readonly membershipId: string;
  readonly until: number;
}

class CachedPrincipals implements PrincipalResolver {
  /** By session. */
  readonly #known = new Map<string, Known>();
  /** Tokens whose signature was found good, until they expire. */
  readonly #verified = new Map<string, { claims: AccessClaims; until: number }>();
  readonly #listeners = new Set<Listener>();
  readonly #unlisten: () => void;
  #revocations = 0;

  constructor(private readonly house: SubgraphRuntime) {
    this.#unlisten = house.consumers.tailer.listen(({ events }) => {
      for (const event of events) this.#hear(event);
    });
  }

  async resolve(accessToken: string): Promise<Principal | undefined> {
    const claims = await this.#claims(accessToken);
    return claims && this.#principal(claims);
  }

  stillAllowed(principal: Principal): boolean | Promise<boolean> {
    const { sessionId, membershipId, tenantId, subject } = principal;
    if (!sessionId || !membershipId) return principal.type !== 'user';
    const known = this.#known.get(sessionId);
    if (known && known.until > Date.now()) return sameRights(known.principal, principal);
    const claims = { sessionId, membershipId, tenantId, userId: subject };
    return this.#principal(claims).then((found) => sameRights(found, principal));
  }

  onRevoked(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  jwks(): Promise<{ keys: JWK[] }> {
    return accessTokens(this.house.kernel).jwks();
  }

  close(): void {
    this.#unlisten();
    this.#listeners.clear();
  }

  async #claims(token: string): Promise<AccessClaims | undefined> {
    const now = this.house.kernel.clock.now().getTime();
    const known = this.#verified.get(token);
    if (known && known.until > now) return known.claims;
    const verified = await accessTokens(this.house.kernel).verify(token);
    if (!verified) return undefined;
    bounded(this.#verified).set(token, {
      claims: verified.claims,
      until: verified.expiresAt.getTime(),
    });
    return verified.claims;
  }

  async #principal(claims: AccessClaims): Promise<Principal | undefined> {
    const { sessionId, membershipId } = claims;
    const known = this.#known.get(sessionId);
    if (known && known.until > Date.now()) return known.principal;
    const before = this.#revocations;
    const principal = await this.#load(claims);
    // Something was revoked while we looked: perhaps this. What was found serves once and is not kept.
    if (before !== this.#revocations) return principal;
    bounded(this.#known).set(sessionId, { principal, membershipId, until: Date.now() + CACHE_MS });
    return principal;
  }

  async #load({
    sessionId,
    userId,
    membershipId,
    tenantId,
  }: AccessClaims): Promise<Principal | undefined> {
    const now = this.house.kernel.clock.now();
    const [link] = await readPlatform(this.house, (tx) =>
      tx.sql<MembershipLink>(
        `SELECT ${LINK_COLUMNS} FROM identity.session s
         JOIN identity.membership_link l ON l.tenant_id = s.tenant_id AND l.id = s.membership_id AND l.active
         WHERE s.id = $1 AND s.user_id = $2 AND s.membership_id = $3 AND l.member_tenant = $4
           AND s.ended_at IS NULL AND s.idle_at > $5 AND s.absolute_at > $5`,
        [sessionId, userId, membershipId, tenantId, now],
      ),
    );
    if (!link) return undefined;
    const { timeZone, locale } = await this.house.consumers.tenants.facts(tenantId);
    return principalOf(link, sessionId, { timeZone, locale });
  }

  /** The log tells every process of what ends; nothing is lost, because it is read in order. */
  #hear({ type, data, tenantId }: RecordedEvent): void {
    if (type === 'identity.SessionEnded') {
      const { sessionId } = data as unknown as IdentityEvents['identity.SessionEnded'];
      this.#known.delete(sessionId);
      this.#revoke((principal) => principal.sessionId === sessionId);
    } else if (type === 'identity.UserDeactivated' || type === 'identity.UserRolesChanged') {
      const { membershipId } = data as unknown as IdentityEvents['identity.UserRolesChanged'];
      for (const [id, known] of this.#known)
        if (known.membershipId === membershipId) this.#known.delete(id);
      this.#revoke((principal) => principal.membershipId === membershipId);
    } else if (type === 'identity.SettingChanged') {
      // Rights stay as they are; zone and language are looked up again.
      this.house.consumers.tenants.forget(tenantId);
      for (const [id, known] of this.#known)
        if (known.principal?.tenantId === tenantId) this.#known.delete(id);
    }
  }

  #revoke(concerns: (principal: Principal) => boolean): void {
    this.#revocations++;
    for (const listener of this.#listeners) listener(concerns);
  }
}

/** Who holds other roles now must be resolved anew: what was given at the start is not carried on. */
function sameRights(found: Principal | undefined, given: Principal): boolean {
  return found !== undefined && found.roles.join() === given.roles.join();
}

/** A member as a caller: rights expanded, conditions beside them. */
export function principalOf(
  { id, userId, tenantId, kind, clientId, roles }: MembershipLink,
  sessionId: string | null,
  { timeZone, locale }: Pick<Principal, 'timeZone' | 'locale'>,
): Principal {
  return {
    type: 'user',
    subject: userId,
    tenantId: tenantId as TenantId,
    membershipId: id,
    kind,
    clientId,
    sessionId,
    roles,
    ...rightsOfRoles(roles),
    attributes: {},
    timeZone,
    locale,
  };
}

/** Keeps a cache from growing without end: the oldest entries go first. */
function bounded<Value>(map: Map<string, Value>): Map<string, Value> {
  if (map.size >= MAX_ENTRIES) {
    for (const key of [...map.keys()].slice(0, MAX_ENTRIES / 10)) map.delete(key);
  }
  return map;
}

/** One per process that receives requests; it needs the process's consumers, whose tailer tells of revocations. */
export function createPrincipalResolver(house: SubgraphRuntime): PrincipalResolver {
  return new CachedPrincipals(house);
}
