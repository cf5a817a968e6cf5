import { defineEvents, type EventOf, event } from '@nexus/kit/domain';
import type {
  MilestoneAdded,
  MilestoneReached,
  MilestoneRescheduled,
  ProjectBudgetChanged,
  ProjectCancelled,
  ProjectClosed,
  ProjectCreated,
  ProjectManagerChanged,
  ProjectMemberAdded,
  ProjectMemberRemoved,
  ProjectPhaseChanged,
  ProjectPutOnHold,
  ProjectReopened,
  ProjectResumed,
  ProjectUpdated,
} from '../../events.d.ts';

const specs = {
  ProjectCreated: event<ProjectCreated>(),
  ProjectUpdated: event<ProjectUpdated>(),
  ProjectBudgetChanged: event<ProjectBudgetChanged>(),
  ProjectPhaseChanged: event<ProjectPhaseChanged>(),
  ProjectPutOnHold: event<ProjectPutOnHold>(),
  ProjectResumed: event<ProjectResumed>(),
  ProjectClosed: event<ProjectClosed>(),
  ProjectCancelled: event<ProjectCancelled>(),
  ProjectReopened: event<ProjectReopened>(),
  ProjectMemberAdded: event<ProjectMemberAdded>(),
  ProjectMemberRemoved: event<ProjectMemberRemoved>(),
  ProjectManagerChanged: event<ProjectManagerChanged>(),
  MilestoneAdded: event<MilestoneAdded>(),
  MilestoneRescheduled: event<MilestoneRescheduled>(),
  MilestoneReached: event<MilestoneReached>(),
};

/** Events of the streams `project-{id}`. */
export const projectEvents = defineEvents('projects', specs);
export type ProjectEvent = EventOf<typeof specs>;
