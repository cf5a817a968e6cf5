import { defineSubgraph } from '@nexus/kit/graph';
import { selectRows } from '@nexus/kit/read';
import { stubReferences } from '../../src/api/stubs.js';
import { projectEvents } from '../../src/domain/project.events.js';
import { taskEvents } from '../../src/domain/task.events.js';
import { deliveryMigrations } from '../../src/migrations/delivery.js';
import { memberProjection, ProjectMember } from '../../src/read/member.entity.js';
import { KnownPerson } from '../../src/read/neighbours.entity.js';
import { Project } from '../../src/read/project.entity.js';
import { projectProjection } from '../../src/read/project.projection.js';
import { Task } from '../../src/read/task.entity.js';
import { taskProjection } from '../../src/read/task.projection.js';
import { time } from '../../src/time.js';
export const projects = defineSubgraph({
  name: 'projects',
  catalogues: [projectEvents, taskEvents, ...time.catalogues],
  resolvers: time.resolvers,
  references: {
    ...time.references,
    User: stubReferences,
    Project: (ctx, ids) => selectRows(ctx.read, Project, ids),
  },
  entities: [Project, Task, ProjectMember, KnownPerson, ...time.entities],
  projections: [projectProjection, memberProjection, taskProjection, ...time.projections],
  reactions: time.reactions,
  jobs: time.jobs,
  migrations: [...deliveryMigrations, ...time.migrations],
});
