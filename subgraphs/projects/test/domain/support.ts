import type { ProjectEvent } from '../../src/domain/project.events.js';
import type { TaskProject } from '../../src/domain/task.state.js';

export const PROJECT_ID = 'prj_1';
export const MANAGER = 'usr_manager';
export const MIA = 'usr_mia';
const ref = { projectId: PROJECT_ID, clientId: 'cli_1' };

export const eur = (minor: number) => ({ minor, currency: 'EUR' });

export const CREATE = {
  type: 'Create',
  projectId: PROJECT_ID,
  clientId: 'cli_1',
  code: 'ACM-1',
  name: 'Website',
  description: null,
  managerId: MANAGER,
  start: '2026-11-01',
  end: '2027-03-31',
  currency: 'EUR',
  budget: { kind: 'TIME_AND_MATERIALS', amount: eur(5_000_000), cost: eur(3_500_000) },
  tags: [],
} as const;

const { type: _, ...data } = CREATE;

/** A project in DISCOVERY with its manager. */
export const CREATED: readonly ProjectEvent[] = [
  { type: 'ProjectCreated', data },
  {
    type: 'ProjectMemberAdded',
    data: { ...ref, userId: MANAGER, role: 'MANAGER', since: '2026-11-01' },
  },
];

export const phase = (
  from: 'DISCOVERY' | 'PLANNING' | 'EXECUTION' | 'REVIEW' | 'DELIVERY' | 'SUPPORT',
  to: 'PLANNING' | 'EXECUTION' | 'REVIEW' | 'DELIVERY' | 'SUPPORT' | 'CLOSED' | 'CANCELLED',
  on = '2026-11-10',
): ProjectEvent => ({
  type: 'ProjectPhaseChanged',
  data: { ...ref, from, to, on, gateResults: [], overrideReason: null, reason: null },
});

/** The project as its tasks see it. */
export const TASK_PROJECT: TaskProject = {
  ...ref,
  open: true,
  end: '2027-03-31',
  memberIds: [MANAGER, MIA],
};
