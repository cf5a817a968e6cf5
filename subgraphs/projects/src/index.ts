import { defineSubgraph } from '@nexus/kit/graph';
import { stubReferences } from './api/stubs.js';
import { delivery } from './delivery.js';
import { migrations } from './migrations/index.js';
import { time } from './time.js';

export { presenceLive } from './read/presence-hub.js';

/** How a tenant delivers: projects, boards and tasks; time, approval and profit. */
export const projects = defineSubgraph({
  name: 'projects',
  catalogues: [...delivery.catalogues, ...time.catalogues],
  resolvers: [...delivery.resolvers, ...time.resolvers],
  references: {
    ...delivery.references,
    ...time.references,
    User: stubReferences,
    Client: stubReferences,
  },
  entities: [...delivery.entities, ...time.entities],
  projections: [...delivery.projections, ...time.projections],
  reactions: [...delivery.reactions, ...time.reactions],
  jobs: time.jobs,
  migrations,
});
