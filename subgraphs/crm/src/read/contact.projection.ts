import { foldName } from '@nexus/kit/domain';
import { projection } from '@nexus/kit/read';
import type { CrmEvents } from '../../events.d.ts';
import { Contact, contactTable } from './contact.entity.js';

export const ERASED = '[erased]';

/** A name that no key opens any more reads as erased. */
function named(name: string | null): Pick<Contact, 'name' | 'nameFolded'> {
  return { name: name ?? ERASED, nameFolded: foldName(name ?? ERASED) };
}

export const contactProjection = projection<CrmEvents>()({
  name: 'crm.contact',
  mode: 'inline',
  entity: Contact,
  table: contactTable,
  on: {
    'crm.ContactCreated': {
      creates: true,
      key: ({ data }) => data.contactId,
      apply: (_, { data: { contactId: _id, name, ...facts }, version }) => ({
        ...facts,
        ...named(name),
        version,
        portalRole: null,
        portalBilling: false,
        erased: false,
      }),
    },
    'crm.ContactUpdated': {
      key: ({ data }) => data.contactId,
      apply: (_, { data: { contactId: _id, clientId: _client, name, ...facts }, version }) => ({
        ...facts,
        ...(name !== undefined && named(name)),
        version,
      }),
    },
    'crm.PortalAccessGranted': {
      key: ({ data }) => data.contactId,
      apply: (_, { data, version }) => ({
        portalRole: data.role,
        portalBilling: data.billing,
        version,
      }),
    },
    'crm.PortalAccessRevoked': {
      key: ({ data }) => data.contactId,
      apply: (_, { version }) => ({ portalRole: null, portalBilling: false, version }),
    },
    'crm.ContactErased': {
      key: ({ data }) => data.contactId,
      apply: (_, { version }) => ({
        ...named(null),
        email: null,
        phone: null,
        title: null,
        erased: true,
        version,
      }),
    },
  },
});
