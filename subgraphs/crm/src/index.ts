import { defineSubgraph } from '@nexus/kit/graph';
import { ClientResolver } from './api/client.resolver.js';
import { ClientAffordancesResolver } from './api/client-affordances.resolver.js';
import { ContactResolver } from './api/contact.resolver.js';
import { ContactAffordancesResolver } from './api/contact-affordances.resolver.js';
import { CrmLiveResolver } from './api/crm-live.resolver.js';
import { clientReferences, contactReferences } from './api/references.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { clientEvents } from './domain/client.events.js';
import { contactEvents } from './domain/contact.events.js';
import { migrations } from './migrations/index.js';
import { Business } from './read/business.entity.js';
import { businessProjection } from './read/business.projection.js';
import { Client } from './read/client.entity.js';
import { clientProjection } from './read/client.projection.js';
import { Contact } from './read/contact.entity.js';
import { contactProjection } from './read/contact.projection.js';
import { Staff } from './read/staff.entity.js';
import { staffProjection } from './read/staff.projection.js';

/** Who the counterparties of a tenant are. */
export const crm = defineSubgraph({
  name: 'crm',
  catalogues: [clientEvents, contactEvents],
  resolvers: [
    ClientResolver,
    ContactResolver,
    ClientAffordancesResolver,
    ContactAffordancesResolver,
    CrmLiveResolver,
    ViewerResolver,
  ],
  references: { Client: clientReferences, Contact: contactReferences },
  entities: [Client, Contact, Business, Staff],
  projections: [clientProjection, contactProjection, businessProjection, staffProjection],
  reactions: [],
  migrations,
});
