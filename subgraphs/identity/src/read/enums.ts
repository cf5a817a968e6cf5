import { enumeration } from '@nexus/kit/graph';

export const MembershipKindEnum = enumeration('MembershipKind', 'On whose side a member stands.', {
  STAFF: 'Works for the tenant.',
  CLIENT: 'Belongs to one of its clients.',
  OPERATOR: 'Runs the platform.',
});

export const MembershipStatusEnum = enumeration(
  'MembershipStatus',
  'Whether somebody may act in the tenant.',
  {
    ACTIVE: 'May act.',
    SUSPENDED: 'May not act for now, and can come back.',
    REMOVED: 'Has left.',
  },
);
export type MembershipStatus = keyof typeof MembershipStatusEnum;

export const InvitationStatusEnum = enumeration(
  'InvitationStatus',
  'What became of an invitation.',
  {
    OPEN: 'Waits to be accepted; good until `expiresAt`.',
    ACCEPTED: 'The person has joined.',
    REVOKED: 'Was taken back.',
  },
);
export type InvitationStatus = keyof typeof InvitationStatusEnum;

export const TenantKindEnum = enumeration('TenantKind', 'What a tenant is for.', {
  BUSINESS: 'A business at work.',
  DEMO: 'A business made up to be looked at.',
  SANDBOX: 'A place for developers to try things out.',
  PLATFORM: 'The operator of all tenants.',
});
