import { registerEnumType } from 'type-graphql';

export const MembershipKindEnum = {
  STAFF: 'STAFF',
  CLIENT: 'CLIENT',
  OPERATOR: 'OPERATOR',
} as const;
registerEnumType(MembershipKindEnum, {
  name: 'MembershipKind',
  description: 'On whose side a member stands.',
  valuesConfig: {
    STAFF: { description: 'Works for the tenant.' },
    CLIENT: { description: 'Belongs to one of its clients.' },
    OPERATOR: { description: 'Runs the platform.' },
  },
});

export const MembershipStatusEnum = {
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  REMOVED: 'REMOVED',
} as const;
export type MembershipStatus = keyof typeof MembershipStatusEnum;
registerEnumType(MembershipStatusEnum, {
  name: 'MembershipStatus',
  description: 'Whether somebody may act in the tenant.',
  valuesConfig: {
    ACTIVE: { description: 'May act.' },
    SUSPENDED: { description: 'May not act for now, and can come back.' },
    REMOVED: { description: 'Has left.' },
  },
});

export const InvitationStatusEnum = {
  OPEN: 'OPEN',
  ACCEPTED: 'ACCEPTED',
  REVOKED: 'REVOKED',
} as const;
export type InvitationStatus = keyof typeof InvitationStatusEnum;
registerEnumType(InvitationStatusEnum, {
  name: 'InvitationStatus',
  description: 'What became of an invitation.',
  valuesConfig: {
    OPEN: { description: 'Waits to be accepted; good until `expiresAt`.' },
    ACCEPTED: { description: 'The person has joined.' },
    REVOKED: { description: 'Was taken back.' },
  },
});

export const TenantKindEnum = {
  BUSINESS: 'BUSINESS',
  DEMO: 'DEMO',
  SANDBOX: 'SANDBOX',
  PLATFORM: 'PLATFORM',
} as const;
registerEnumType(TenantKindEnum, {
  name: 'TenantKind',
  description: 'What a tenant is for.',
  valuesConfig: {
    BUSINESS: { description: 'A business at work.' },
    DEMO: { description: 'A business made up to be looked at.' },
    SANDBOX: { description: 'A place for developers to try things out.' },
    PLATFORM: { description: 'The operator of all tenants.' },
  },
});
