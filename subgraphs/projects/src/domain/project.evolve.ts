import { unreachable } from '@nexus/kit/domain';
import type { ProjectPhaseChanged } from '../../events.d.ts';
import type { ProjectEvent } from './project.events.js';
import {
  type EndedProject,
  isEnded,
  type Membership,
  type Milestone,
  type OpenProject,
  type ProjectState,
} from './project.state.js';

type Existing = OpenProject | EndedProject;

/** The state after an event. */
export function evolveProject(state: ProjectState, event: ProjectEvent): ProjectState {
  if (event.type === 'ProjectCreated') {
    return {
      ...event.data,
      kind: 'open',
      phase: 'DISCOVERY',
      members: {},
      milestones: {},
      onHold: null,
      phaseSince: null,
    };
  }
  if (state.kind === 'absent') return state;
  switch (event.type) {
    case 'ProjectUpdated':
      return followStart({ ...state, ...event.data.changes }, state.start);
    case 'ProjectBudgetChanged':
      return { ...state, budget: event.data.to };
    case 'ProjectPhaseChanged':
      return changePhase(state, event.data);
    case 'ProjectPutOnHold':
      return { ...state, onHold: event.data.reason };
    case 'ProjectResumed':
      return { ...state, onHold: null };
    case 'ProjectClosed':
    case 'ProjectCancelled':
    case 'ProjectReopened':
      return state; // they say why; ProjectPhaseChanged beside them says what
    case 'ProjectMemberAdded': {
      const { userId, role, since } = event.data;
      return withMember(state, userId, { role, since, until: null });
    }
    case 'ProjectMemberRemoved':
      return withMember(state, event.data.userId, { until: event.data.until });
    case 'ProjectManagerChanged': {
      const { from, to } = event.data;
      const left = withMember(state, from, { role: 'LEAD' });
      return { ...withMember(left, to, { role: 'MANAGER' }), managerId: to };
    }
    case 'MilestoneAdded': {
      const { milestoneId, name, due, billableAmount, billablePercent, weight } = event.data;
      const milestone = { name, due, billableAmount, billablePercent, weight, reachedOn: null };
      return withMilestone(state, milestoneId, milestone);
    }
    case 'MilestoneRescheduled':
      return withMilestone(state, event.data.milestoneId, { due: event.data.to });
    case 'MilestoneReached':
      return withMilestone(state, event.data.milestoneId, { reachedOn: event.data.on });
    default:
      return unreachable(event, 'event');
  }
}

function changePhase(state: Existing, { from, to, on }: ProjectPhaseChanged): Existing {
  if (isEnded(to)) {
    const phaseBefore = isEnded(from) ? 'SUPPORT' : from;
    return { ...state, kind: 'ended', phase: to, endedOn: on, phaseBefore, phaseSince: on };
  }
  return { ...state, kind: 'open', phase: to, phaseSince: on };
}

/** Members belong to a project from its start on, also when the start moves. */
function followStart(state: Existing, former: string): Existing {
  if (state.start === former) return state;
  const members = Object.fromEntries(
    Object.entries(state.members).map(([id, member]) => [id, { ...member, since: state.start }]),
  );
  return { ...state, members };
}

function withMember<State extends Existing>(
  state: State,
  userId: string,
  change: Partial<Membership>,
): State {
  const member = { ...state.members[userId], ...change } as Membership;
  return { ...state, members: { ...state.members, [userId]: member } };
}

function withMilestone(state: Existing, id: string, change: Partial<Milestone>): Existing {
  const milestone = { ...state.milestones[id], ...change } as Milestone;
  return { ...state, milestones: { ...state.milestones, [id]: milestone } };
}
