import {
  aggregate,
  type Decision,
  type DecisionContext,
  judge,
  refuse,
  unreachable,
  violation,
} from '@nexus/kit/domain';
import type { ProjectBudget, ProjectChanges, ProjectRole } from '../../events.d.ts';
import { type ProjectEvent, projectEvents } from './project.events.js';
import { evolveProject } from './project.evolve.js';
import {
  type ChangePhase,
  cancel,
  changePhase,
  hold,
  reopen,
  resume,
} from './project.lifecycle.js';
import { addMember, changeManager, removeMember } from './project.members.js';
import {
  type AddMilestone,
  addMilestone,
  type ReachMilestone,
  type RescheduleMilestone,
  reachMilestone,
  rescheduleMilestone,
} from './project.milestones.js';
import { outlineFindings, type ProjectOutline } from './project.rules.js';
import type { OpenProject, ProjectState } from './project.state.js';
import { valuesBefore } from './values-before.js';

export interface CreateProject extends ProjectOutline {
  readonly type: 'Create';
  readonly projectId: string;
  readonly code: string;
  readonly managerId: string;
}
export interface UpdateProject {
  readonly type: 'Update';
  readonly changes: ProjectChanges;
  /** Left as it is unless given. */
  readonly budget?: ProjectBudget | undefined;
}

export type ProjectCommand =
  | CreateProject
  | UpdateProject
  | ChangePhase
  | { readonly type: 'Hold'; readonly reason: string }
  | { readonly type: 'Resume' }
  | { readonly type: 'Cancel'; readonly reason: string }
  | { readonly type: 'Reopen'; readonly reason: string }
  | { readonly type: 'AddMember'; readonly userId: string; readonly role: ProjectRole }
  | { readonly type: 'RemoveMember'; readonly userId: string }
  | { readonly type: 'ChangeManager'; readonly userId: string }
  | AddMilestone
  | RescheduleMilestone
  | ReachMilestone;

type Outcome = Decision<ProjectEvent>;

function decide(state: ProjectState, command: ProjectCommand, ctx: DecisionContext): Outcome {
  if (command.type === 'Create') return create(state, command);
  if (state.kind === 'absent') {
    return refuse(violation('NOT_FOUND', 'There is no such project.', { path: ['id'] }));
  }
  if (state.kind === 'ended') {
    if (command.type === 'Reopen') return reopen(state, command.reason, ctx);
    return refuse(
      violation('PROJECT_CLOSED_READONLY', `The project is ${state.phase}; reopen it first.`),
    );
  }
  switch (command.type) {
    case 'Update':
      return update(state, command);
    case 'ChangePhase':
      return changePhase(state, command, ctx);
    case 'Hold':
      return hold(state, command.reason);
    case 'Resume':
      return resume(state);
    case 'Cancel':
      return cancel(state, command.reason, ctx);
    case 'Reopen':
      return refuse(violation('PROJECT_PHASE_INVALID', 'The project is open.', { path: ['id'] }));
    case 'AddMember':
      return addMember(state, command.userId, command.role);
    case 'RemoveMember':
      return removeMember(state, command.userId, ctx.today);
    case 'ChangeManager':
      return changeManager(state, command.userId);
    case 'AddMilestone':
      return addMilestone(state, command);
    case 'RescheduleMilestone':
      return rescheduleMilestone(state, command);
    case 'ReachMilestone':
      return reachMilestone(state, command, ctx);
    default:
      return unreachable(command, 'command');
  }
}

function create(state: ProjectState, { type: _, ...data }: CreateProject): Outcome {
  if (state.kind !== 'absent') return refuse(violation('PROJECT_CODE_TAKEN', 'It exists already.'));
  const { projectId, clientId, managerId: userId, start: since } = data;
  return judge(outlineFindings(data), () => [
    { type: 'ProjectCreated', data },
    {
      type: 'ProjectMemberAdded',
      data: { projectId, clientId, userId, role: 'MANAGER', since },
    },
  ]);
}

function update(state: OpenProject, { changes, budget }: UpdateProject): Outcome {
  const { projectId, clientId } = state;
  const findings = outlineFindings({ ...state, ...changes, budget: budget ?? state.budget });
  const changed = differing(state, changes);
  return judge(findings, () => [
    ...(Object.keys(changed).length > 0
      ? [
          {
            type: 'ProjectUpdated' as const,
            data: { projectId, clientId, changes: changed, before: valuesBefore(state, changed) },
          },
        ]
      : []),
    ...(budget && JSON.stringify(budget) !== JSON.stringify(state.budget)
      ? [
          {
            type: 'ProjectBudgetChanged' as const,
            data: { projectId, clientId, from: state.budget, to: budget },
          },
        ]
      : []),
  ]);
}

/** The changes that change something. */
function differing(state: OpenProject, changes: ProjectChanges): ProjectChanges {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) =>
        value !== undefined &&
        JSON.stringify(state[field as keyof ProjectChanges]) !== JSON.stringify(value),
    ),
  );
}

/** A body of work for a client, or an internal one: phase, members, budget, milestones. */
export const project = aggregate<ProjectState, ProjectCommand, ProjectEvent>({
  name: 'project',
  catalogue: projectEvents,
  initial: { kind: 'absent' },
  decide,
  evolve: evolveProject,
});
