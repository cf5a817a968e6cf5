import { foldName } from '@nexus/kit/domain';
import { projection } from '@nexus/kit/read';
import type { DeliveryEvents, ProjectBudget, ProjectChanges, ProjectRole } from '../../events.d.ts';
import { Project, projectTable } from './project.entity.js';

const budgeted = ({ kind, amount, cost }: ProjectBudget): Partial<Project> => ({
  budgetKind: kind,
  budgetAmount: amount?.minor ?? null,
  budgetCost: cost?.minor ?? null,
});

function changed({ name, tags, ...rest }: ProjectChanges): Partial<Project> {
  return {
    ...rest,
    ...(tags && { tags: [...tags] }),
    ...(name !== undefined && { name, nameFolded: foldName(name) }),
  };
}

const including = (ids: readonly string[], id: string) => [...new Set([...ids, id])];
const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);

function joined(row: Project, userId: string, role: ProjectRole): Partial<Project> {
  return {
    memberIds: including(row.memberIds, userId),
    workerIds: role === 'OBSERVER' ? row.workerIds : including(row.workerIds, userId),
  };
}

interface Told {
  readonly data: { readonly projectId: string };
  readonly version: number;
  readonly occurredAt: Date;
}
const key = ({ data }: Told) => data.projectId;

/** A reducer that changes an existing row and keeps its version. */
const change = <Event extends Told>(apply: (row: Project, event: Event) => Partial<Project>) => ({
  key,
  apply: (row: Project | undefined, event: Event) =>
    row && { ...apply(row, event), version: event.version, updatedAt: event.occurredAt },
});

export const projectProjection = projection<DeliveryEvents>()({
  name: 'projects.project',
  mode: 'inline',
  entity: Project,
  table: projectTable,
  on: {
    'projects.ProjectCreated': {
      creates: true,
      key,
      apply: (_, { data, version, occurredAt }) => ({
        ...changed(data),
        ...budgeted(data.budget),
        id: data.projectId,
        version,
        clientId: data.clientId,
        code: data.code,
        currency: data.currency,
        phase: 'DISCOVERY' as const,
        phaseSince: null,
        holdReason: null,
        managerId: data.managerId,
        memberIds: [],
        workerIds: [],
        createdAt: occurredAt,
        updatedAt: occurredAt,
      }),
    },
    'projects.ProjectUpdated': change((_, { data }) => changed(data.changes)),
    'projects.ProjectBudgetChanged': change((_, { data }) => budgeted(data.to)),
    'projects.ProjectPhaseChanged': change((_, { data }) => ({
      phase: data.to,
      phaseSince: data.on,
    })),
    'projects.ProjectPutOnHold': change((_, { data }) => ({ holdReason: data.reason })),
    'projects.ProjectResumed': change(() => ({ holdReason: null })),
    'projects.ProjectClosed': change(() => ({})),
    'projects.ProjectCancelled': change(() => ({})),
    'projects.ProjectReopened': change(() => ({})),
    'projects.ProjectMemberAdded': change((row, { data }) => joined(row, data.userId, data.role)),
    'projects.ProjectMemberRemoved': change((row, { data }) => ({
      memberIds: without(row.memberIds, data.userId),
      workerIds: without(row.workerIds, data.userId),
    })),
    'projects.ProjectManagerChanged': change((row, { data }) => ({
      ...joined(row, data.to, 'MANAGER'),
      managerId: data.to,
    })),
    'projects.MilestoneAdded': change(() => ({})),
    'projects.MilestoneRescheduled': change(() => ({})),
    'projects.MilestoneReached': change(() => ({})),
  },
});
