import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  ColumnAdded,
  ColumnRebalanced,
  ColumnRemoved,
  ColumnRenamed,
  ColumnReordered,
  WipLimitChanged,
} from '../../events.d.ts';

const specs = {
  ColumnAdded: event<ColumnAdded>(),
  ColumnRenamed: event<ColumnRenamed>(),
  ColumnReordered: event<ColumnReordered>(),
  WipLimitChanged: event<WipLimitChanged>(),
  ColumnRemoved: event<ColumnRemoved>(),
  ColumnRebalanced: event<ColumnRebalanced>(),
};

/** Events of the streams `board-{projectId}`. */
export const boardEvents = defineEvents('projects', specs);
export type BoardEvent = EventOf<typeof specs>;
