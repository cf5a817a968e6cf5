import { defineSubgraph } from '@nexus/kit/graph';
import { AuditResolver } from './api/audit.resolver.js';
import { HealthResolver } from './api/health.resolver.js';
import { MendingResolver } from './api/mending.resolver.js';
import { nodeStubs } from './api/node-stubs.js';
import { ParkedResolver } from './api/parked.resolver.js';
import { auditEntryReferences, parkedEventReferences } from './api/references.js';
import { operationsEvents } from './domain/operations.events.js';
import { migrations } from './migrations/index.js';
import { rebuildJob } from './reactions/rebuild.job.js';
import { AuditEntry } from './read/audit-entry.entity.js';
import { ParkedEvent } from './read/parked-event.entity.js';

/** How the house does, what is done about it, and who did what. */
export const operations = defineSubgraph({
  name: 'operations',
  catalogues: [operationsEvents],
  resolvers: [AuditResolver, HealthResolver, ParkedResolver, MendingResolver],
  orphanedTypes: nodeStubs,
  references: { AuditEntry: auditEntryReferences, ParkedEvent: parkedEventReferences },
  entities: [AuditEntry, ParkedEvent],
  projections: [],
  reactions: [],
  migrations,
  jobs: [rebuildJob],
});
