/**
 * What identity publishes: the payloads of its events, as other domains read them from the log.
 * Types only; the run-time declarations stand in `src/domain/*.events.ts`.
 *
 * Events of tenants, memberships and invitations lie in the tenant's own log. Those of accounts and sessions
 * lie in the platform's, and no other domain consumes them. Nothing here is a secret or verifies one.
 * † marks personal fields: encrypted under the key of the data subject, null once that key is erased.
 */

// ---------------------------------------------------------------- tenants

export type TenantKind = 'BUSINESS' | 'DEMO' | 'SANDBOX' | 'PLATFORM';

/** Told once, in the tenant's own log, when its people can start to work. */
export interface TenantActivated {
  /** `ten_…` */
  readonly tenantId: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: TenantKind;
  /** IANA zone, `Europe/Berlin`. */
  readonly timeZone: string;
  /** BCP 47, `de-DE`. */
  readonly locale: string;
  /** ISO 4217 code of the books. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Told in the platform's log: a tenant took its slug. */
export interface TenantRequested {
  readonly tenantId: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: TenantKind;
}

/** A tenant has chosen another value; values are what holds from now on, defaults put back included. */
export interface SettingChanged {
  /** `ten_…` */
  readonly tenantId: string;
  /** `timeZone`, `session.staff.idle`, … */
  readonly key: string;
  readonly from: string | number;
  readonly to: string | number;
}

/** `#RRGGBB`; null where the portals' own holds. */
export interface BrandColors {
  readonly primary: string | null;
  readonly accent: string | null;
  readonly surface: string | null;
  readonly text: string | null;
}
/** A stored image, by its hash: the bytes are no part of the log. */
export interface BrandImage {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}
/** How a tenant looks for its people. */
export interface Brand {
  /** Null: the name of the tenant. */
  readonly displayName: string | null;
  readonly colors: BrandColors;
  readonly logo: BrandImage | null;
  /** For dark surfaces; `logo` unless given. */
  readonly darkLogo: BrandImage | null;
}
export interface BrandingDrafted extends Brand {
  readonly tenantId: string;
}
export interface BrandingPublished extends Brand {
  readonly tenantId: string;
  /** The how-manieth publication, from 1. */
  readonly publication: number;
}

// ---------------------------------------------------------------- memberships

export type MembershipKind = 'STAFF' | 'CLIENT' | 'OPERATOR';
export type DeactivationCause = 'SUSPENDED' | 'REMOVED';

/** Somebody may act in the tenant: joined for the first time, or again (`again`). */
export interface UserActivated {
  readonly membershipId: string;
  readonly userId: string;
  readonly kind: MembershipKind;
  /** The client a CLIENT membership belongs to; null for the other kinds. */
  readonly clientId: string | null;
  /** The crm contact behind a CLIENT membership, where there is one. */
  readonly contactId: string | null;
  /** Codes of the roles held. */
  readonly roles: readonly string[];
  /** † of userId */
  readonly name: string;
  /** † of userId */
  readonly email: string;
  readonly again: boolean;
}

export interface UserProfileUpdated {
  readonly userId: string;
  readonly membershipId: string;
  /** † of userId */
  readonly name: string;
}

export interface UserRolesChanged {
  readonly membershipId: string;
  readonly userId: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Nobody acts through the membership any more; their sessions in it end. */
export interface UserDeactivated {
  readonly membershipId: string;
  readonly userId: string;
  readonly kind: MembershipKind;
  readonly cause: DeactivationCause;
  /** Who is to take over open work; null where nobody was named. */
  readonly reassignToUserId: string | null;
}

// ---------------------------------------------------------------- invitations

export interface InvitationSent {
  readonly invitationId: string;
  /** The membership that accepting will make. */
  readonly membershipId: string;
  /** † of invitationId */
  readonly email: string;
  /** † of invitationId */
  readonly name: string;
  readonly kind: MembershipKind;
  readonly clientId: string | null;
  readonly contactId: string | null;
  readonly roles: readonly string[];
  /** ISO instant. */
  readonly expiresAt: string;
}
export interface InvitationResent {
  readonly invitationId: string;
  readonly expiresAt: string;
}
export interface InvitationAccepted {
  readonly invitationId: string;
  readonly userId: string;
  readonly membershipId: string;
}
export interface InvitationRevoked {
  readonly invitationId: string;
}

// ---------------------------------------------------------------- accounts and sessions (platform's log)

export interface UserRegistered {
  readonly userId: string;
  /** † of userId */
  readonly email: string;
  /** † of userId */
  readonly name: string;
  readonly via: 'INVITE' | 'OPERATOR';
}
/** The account goes by another name; each tenant hears it as `UserProfileUpdated`. */
export interface UserProfileChanged {
  readonly userId: string;
  /** † of userId */
  readonly name: string;
}
/** Null: as the tenant has it. */
export interface UserPreferencesChanged {
  readonly userId: string;
  /** BCP 47. */
  readonly locale: string | null;
  /** IANA zone. */
  readonly timeZone: string | null;
}
export interface PasswordChanged {
  readonly userId: string;
  readonly reason: 'SIGN_UP' | 'CHANGE' | 'RESET';
}
export interface PasswordSignInSuspended {
  readonly userId: string;
  readonly reason: 'TOO_MANY_FAILURES';
}
export interface PasswordSignInRestored {
  readonly userId: string;
}
export interface SessionStarted {
  readonly sessionId: string;
  readonly userId: string;
  readonly membershipId: string;
  /** † of userId; null where nobody's address is known. */
  readonly ip: string | null;
  /** † of userId; what the device says of itself. Null where it says nothing. */
  readonly userAgent: string | null;
}
export type SessionEndReason =
  | 'SIGN_OUT'
  | 'REMOTE'
  | 'LIMIT'
  | 'IDLE'
  | 'ABSOLUTE'
  | 'REUSE'
  | 'PASSWORD'
  | 'DEPROVISIONED';
export interface SessionEnded {
  readonly sessionId: string;
  readonly userId: string;
  readonly reason: SessionEndReason;
}
/** A refresh token was presented again: somebody else holds a copy. The session ends with it. */
export interface RefreshReuseDetected {
  readonly sessionId: string;
  readonly userId: string;
  /** † of userId */
  readonly ip: string | null;
}

/** Published event types by the name they have in the log. */
export interface IdentityEvents {
  'identity.TenantActivated': TenantActivated;
  'identity.TenantRequested': TenantRequested;
  'identity.SettingChanged': SettingChanged;
  'identity.BrandingDrafted': BrandingDrafted;
  'identity.BrandingPublished': BrandingPublished;
  'identity.UserActivated': UserActivated;
  'identity.UserProfileUpdated': UserProfileUpdated;
  'identity.UserRolesChanged': UserRolesChanged;
  'identity.UserDeactivated': UserDeactivated;
  'identity.InvitationSent': InvitationSent;
  'identity.InvitationResent': InvitationResent;
  'identity.InvitationAccepted': InvitationAccepted;
  'identity.InvitationRevoked': InvitationRevoked;
  'identity.UserRegistered': UserRegistered;
  'identity.UserProfileChanged': UserProfileChanged;
  'identity.UserPreferencesChanged': UserPreferencesChanged;
  'identity.PasswordChanged': PasswordChanged;
  'identity.PasswordSignInSuspended': PasswordSignInSuspended;
  'identity.PasswordSignInRestored': PasswordSignInRestored;
  'identity.SessionStarted': SessionStarted;
  'identity.SessionEnded': SessionEnded;
  'identity.RefreshReuseDetected': RefreshReuseDetected;
}
