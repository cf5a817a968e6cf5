import { registerEnumType } from 'type-graphql';

export const LifecycleEnum = {
  PROSPECT: 'PROSPECT',
  ONBOARDING: 'ONBOARDING',
  ACTIVE: 'ACTIVE',
  PAST: 'PAST',
} as const;
registerEnumType(LifecycleEnum, {
  name: 'ClientLifecycle',
  description: 'Where the relationship with a client stands.',
  valuesConfig: {
    PROSPECT: { description: 'A possible client.' },
    ONBOARDING: { description: 'Won, being set up.' },
    ACTIVE: { description: 'Being worked for.' },
    PAST: { description: 'No longer worked for.' },
  },
});

export const SegmentEnum = {
  SMB: 'SMB',
  ENTERPRISE: 'ENTERPRISE',
  UNIVERSITY: 'UNIVERSITY',
  COLOCATION: 'COLOCATION',
  OTHER: 'OTHER',
} as const;
registerEnumType(SegmentEnum, {
  name: 'ClientSegment',
  description: 'What kind of organisation a client is.',
  valuesConfig: {
    SMB: { description: 'A small or medium business.' },
    ENTERPRISE: { description: 'A large enterprise.' },
    UNIVERSITY: { description: 'A university or school.' },
    COLOCATION: { description: 'A provider of colocation.' },
    OTHER: { description: 'Something else.' },
  },
});

export const BuyingRoleEnum = {
  DECISION_MAKER: 'DECISION_MAKER',
  CHAMPION: 'CHAMPION',
  BILLING: 'BILLING',
  TECHNICAL: 'TECHNICAL',
  USER: 'USER',
} as const;
registerEnumType(BuyingRoleEnum, {
  name: 'BuyingRole',
  description: 'The part a person plays in buying.',
  valuesConfig: {
    DECISION_MAKER: { description: 'Decides.' },
    CHAMPION: { description: 'Speaks for us.' },
    BILLING: { description: 'Receives and pays invoices.' },
    TECHNICAL: { description: 'Judges the technology.' },
    USER: { description: 'Uses what is bought.' },
  },
});

export const PortalRoleEnum = {
  CLIENT_ADMIN: 'CLIENT_ADMIN',
  CLIENT_MEMBER: 'CLIENT_MEMBER',
} as const;
registerEnumType(PortalRoleEnum, {
  name: 'PortalRole',
  description: 'What a contact may do in the client portal.',
  valuesConfig: {
    CLIENT_ADMIN: { description: 'Administers the organisation and its people.' },
    CLIENT_MEMBER: { description: 'Takes part.' },
  },
});

export const ClientOrderFieldEnum = { NAME: 'NAME', CREATED_AT: 'CREATED_AT' } as const;
registerEnumType(ClientOrderFieldEnum, {
  name: 'ClientOrderField',
  description: 'What a list of clients is ordered by.',
  valuesConfig: {
    NAME: { description: 'The name.' },
    CREATED_AT: { description: 'When it was created.' },
  },
});
