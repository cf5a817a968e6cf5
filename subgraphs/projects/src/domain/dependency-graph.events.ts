import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type { DependencyAdded, DependencyRemoved, ParentSet } from '../../events.d.ts';

const specs = {
  DependencyAdded: event<DependencyAdded>(),
  DependencyRemoved: event<DependencyRemoved>(),
  ParentSet: event<ParentSet>(),
};

/** Events of the streams `deps-{projectId}`. */
export const dependencyEvents = defineEvents('projects', specs);
export type DependencyEvent = EventOf<typeof specs>;
