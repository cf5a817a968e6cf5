/** The published events of crm: the contract towards every domain that follows clients and contacts. */

export interface AddressData {
  readonly line1: string;
  readonly line2: string | null;
  readonly postcode: string;
  readonly city: string;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export type ClientLifecycle = 'PROSPECT' | 'ONBOARDING' | 'ACTIVE' | 'PAST';
export type ClientSegment = 'SMB' | 'ENTERPRISE' | 'UNIVERSITY' | 'COLOCATION' | 'OTHER';
export type BuyingRole = 'DECISION_MAKER' | 'CHAMPION' | 'BILLING' | 'TECHNICAL' | 'USER';
export type PortalRole = 'CLIENT_ADMIN' | 'CLIENT_MEMBER';

export interface ClientCreated {
  readonly clientId: string;
  readonly name: string;
  readonly legalName: string | null;
  readonly vatId: string | null;
  readonly segment: ClientSegment;
  readonly industry: string | null;
  readonly address: AddressData | null;
  readonly currency: string;
  readonly ownerId: string | null;
  readonly lifecycle: ClientLifecycle;
  readonly tags: readonly string[];
}

/** What can be changed of a client; only what was changed is there. */
export interface ClientChanges {
  readonly name?: string;
  readonly legalName?: string | null;
  readonly vatId?: string | null;
  readonly segment?: ClientSegment;
  readonly industry?: string | null;
  readonly address?: AddressData | null;
  readonly currency?: string;
  readonly tags?: readonly string[];
}

export interface ClientUpdated {
  readonly clientId: string;
  readonly changes: ClientChanges;
}

export interface ClientLifecycleChanged {
  readonly clientId: string;
  readonly from: ClientLifecycle;
  readonly to: ClientLifecycle;
  readonly cause: string;
}

export interface ClientOwnerChanged {
  readonly clientId: string;
  readonly ownerId: string | null;
}

export interface ClientArchived {
  readonly clientId: string;
}

export interface ClientRestored {
  readonly clientId: string;
}

/** Personal: name, email, phone (null once the person is erased). */
export interface ContactCreated {
  readonly contactId: string;
  readonly clientId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly buyingRole: BuyingRole | null;
  readonly language: string | null;
}

/** Personal: name, email, phone. Only what was changed is there. */
export interface ContactUpdated {
  readonly contactId: string;
  readonly clientId: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly title?: string | null;
  readonly buyingRole?: BuyingRole | null;
  readonly language?: string | null;
}

export interface ContactErased {
  readonly contactId: string;
  readonly clientId: string;
}

/** Personal: name, email. `billing`: may see and pay the client's invoices. */
export interface PortalAccessGranted {
  readonly contactId: string;
  readonly clientId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: PortalRole;
  readonly billing: boolean;
}

export interface PortalAccessRevoked {
  readonly contactId: string;
  readonly clientId: string;
}

export interface CrmEvents {
  'crm.ClientCreated': ClientCreated;
  'crm.ClientUpdated': ClientUpdated;
  'crm.ClientLifecycleChanged': ClientLifecycleChanged;
  'crm.ClientOwnerChanged': ClientOwnerChanged;
  'crm.ClientArchived': ClientArchived;
  'crm.ClientRestored': ClientRestored;
  'crm.ContactCreated': ContactCreated;
  'crm.ContactUpdated': ContactUpdated;
  'crm.ContactErased': ContactErased;
  'crm.PortalAccessGranted': PortalAccessGranted;
  'crm.PortalAccessRevoked': PortalAccessRevoked;
}
