import { defineSubgraph } from '@nexus/kit/graph';
import { BrandingResolver } from './api/branding.resolver.js';
import { DevMailboxResolver } from './api/dev-mailbox.resolver.js';
import { InvitationResolver } from './api/invitation.resolver.js';
import { InvitationFieldsResolver, InvitingResolver } from './api/invitation-fields.resolver.js';
import { MembershipResolver } from './api/membership.resolver.js';
import { MembershipAffordancesResolver } from './api/membership-affordances.resolver.js';
import { MembershipLiveResolver } from './api/membership-live.resolver.js';
import { MembershipSessionsResolver } from './api/membership-sessions.resolver.js';
import { PasswordResolver } from './api/password.resolver.js';
import { ProfileResolver } from './api/profile.resolver.js';
import {
  invitationReferences,
  membershipReferences,
  tenantReferences,
  userReferences,
} from './api/references.js';
import { RoleResolver } from './api/role.resolver.js';
import { SessionResolver } from './api/session.resolver.js';
import { SettingsResolver } from './api/settings.resolver.js';
import { TenantResolver } from './api/tenant.resolver.js';
import { TenantLiveResolver } from './api/tenant-live.resolver.js';
import { UserResolver } from './api/user.resolver.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { brandingEvents } from './domain/branding.events.js';
import { invitationEvents } from './domain/invitation.events.js';
import { membershipEvents } from './domain/membership.events.js';
import { sessionEvents } from './domain/session.events.js';
import { tenantEvents } from './domain/tenant.events.js';
import { tenantSettingsEvents } from './domain/tenant-settings.events.js';
import { userEvents } from './domain/user.events.js';
import { migrations } from './migrations/index.js';
import { jobs } from './reactions/jobs.js';
import { portalAccess } from './reactions/portal-access.reaction.js';
import { BrandingRow } from './read/branding.entity.js';
import { brandingProjection } from './read/branding.projection.js';
import { ClientOrg } from './read/client-org.entity.js';
import { clientOrgProjection } from './read/client-org.projection.js';
import { Invitation } from './read/invitation.entity.js';
import { invitationProjection } from './read/invitation.projection.js';
import { Membership } from './read/membership.entity.js';
import { membershipProjection } from './read/membership.projection.js';
import { Tenant } from './read/tenant.entity.js';
import { tenantProjection } from './read/tenant.projection.js';
import { TenantEntry } from './read/tenant-entry.entity.js';
import { tenantEntryProjection } from './read/tenant-entry.projection.js';
import { TenantSettings } from './read/tenant-settings.entity.js';
import { tenantSettingsProjection } from './read/tenant-settings.projection.js';
import { User } from './read/user.entity.js';
import { userProjection } from './read/user.projection.js';

/** Who is calling, in which tenant, and what they may do. */
export const identity = defineSubgraph({
  name: 'identity',
  catalogues: [
    tenantEvents,
    tenantSettingsEvents,
    brandingEvents,
    userEvents,
    sessionEvents,
    membershipEvents,
    invitationEvents,
  ],
  resolvers: [
    SessionResolver,
    PasswordResolver,
    ViewerResolver,
    ProfileResolver,
    TenantResolver,
    SettingsResolver,
    BrandingResolver,
    TenantLiveResolver,
    UserResolver,
    MembershipResolver,
    MembershipAffordancesResolver,
    MembershipSessionsResolver,
    MembershipLiveResolver,
    InvitationResolver,
    InvitationFieldsResolver,
    InvitingResolver,
    RoleResolver,
    DevMailboxResolver,
  ],
  references: {
    User: userReferences,
    Membership: membershipReferences,
    Invitation: invitationReferences,
    Tenant: tenantReferences,
  },
  entities: [
    Tenant,
    TenantSettings,
    BrandingRow,
    TenantEntry,
    User,
    Membership,
    Invitation,
    ClientOrg,
  ],
  projections: [
    tenantProjection,
    tenantSettingsProjection,
    brandingProjection,
    tenantEntryProjection,
    userProjection,
    membershipProjection,
    invitationProjection,
    clientOrgProjection,
  ],
  reactions: [portalAccess],
  migrations,
  jobs,
});

export { sinkTransport } from './adapters/mail-sink.js';
export { smtpTransport } from './adapters/smtp.js';
export { mailPort } from './ceremonies/mail-port.js';
export {
  createPrincipalResolver,
  type PrincipalResolver,
  principalOf,
} from './ceremonies/principal-resolver.js';
export {
  bootstrapOperator,
  createUserWithMembership,
  type NewMember,
  type NewTenant,
  provisionPlatform,
  provisionTenant,
  tenantBySlug,
} from './ceremonies/provision.js';
export {
  type CookieAnswer,
  type CookieRequest,
  createSessionCookies,
  SESSION_COOKIE_PATHS,
} from './ceremonies/session-cookies.js';
export type { ArrivedMail, Mail, MailTransport } from './domain/mail.js';
export { keepMail } from './guards/arrived-mail.guard.js';
export { billingContacts } from './guards/billing-contacts.js';
export { BRAND_PATH, type BrandFile, openBrandFile } from './guards/brand-file.guard.js';
export { type MailContent, queueMail } from './guards/mail.guard.js';
export {
  type OutboxCount,
  type OutboxMail,
  outboxCounts,
  outboxOf,
  resendMail,
} from './guards/outbox.js';
