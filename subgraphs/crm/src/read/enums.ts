import { enumeration } from '@nexus/kit/graph';

export const LifecycleEnum = enumeration(
  'ClientLifecycle',
  'Where the relationship with a client stands.',
  {
    PROSPECT: 'A possible client.',
    ONBOARDING: 'Won, being set up.',
    ACTIVE: 'Being worked for.',
    PAST: 'No longer worked for.',
  },
);

export const SegmentEnum = enumeration('ClientSegment', 'What kind of organisation a client is.', {
  SMB: 'A small or medium business.',
  ENTERPRISE: 'A large enterprise.',
  UNIVERSITY: 'A university or school.',
  COLOCATION: 'A provider of colocation.',
  OTHER: 'Something else.',
});

export const BuyingRoleEnum = enumeration('BuyingRole', 'The part a person plays in buying.', {
  DECISION_MAKER: 'Decides.',
  CHAMPION: 'Speaks for us.',
  BILLING: 'Receives and pays invoices.',
  TECHNICAL: 'Judges the technology.',
  USER: 'Uses what is bought.',
});

export const PortalRoleEnum = enumeration(
  'PortalRole',
  'What a contact may do in the client portal.',
  {
    CLIENT_ADMIN: 'Administers the organisation and its people.',
    CLIENT_MEMBER: 'Takes part.',
  },
);

export const ClientOrderFieldEnum = enumeration(
  'ClientOrderField',
  'What a list of clients is ordered by.',
  {
    NAME: 'The name.',
    CREATED_AT: 'When it was created.',
  },
);
