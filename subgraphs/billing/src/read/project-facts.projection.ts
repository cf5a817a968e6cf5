import { projection, readTable, TenantRow } from '@nexus/kit/read';
import type { ProjectsEvents } from '@nexus/projects/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What billing needs to know of a project; kept from the events of projects. */
@Entity({ schema: 'billing', name: 'project' })
export class ProjectFacts extends TenantRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { nullable: true }) clientId!: string | null;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') currency!: string;
  @Column('text') managerId!: string;
  @Column('text') budgetKind!: string;
}

export const projectFactsTable = readTable({
  schema: 'billing',
  name: 'project',
  columns: `
    id text COLLATE "C" NOT NULL,
    client_id text COLLATE "C",
    code text NOT NULL,
    name text NOT NULL,
    currency text NOT NULL,
    manager_id text COLLATE "C" NOT NULL,
    budget_kind text NOT NULL`,
  indexes: ['(tenant_id, client_id)'],
  clientColumn: 'client_id',
});

export const projectFactsProjection = projection<ProjectsEvents>()<ProjectFacts>({
  name: 'billing.project',
  mode: 'catchup',
  entity: ProjectFacts,
  table: projectFactsTable,
  on: {
    'projects.ProjectCreated': {
      key: ({ data }) => data.projectId,
      apply: (_, { data: { clientId, code, name, currency, managerId, budget } }) => ({
        ...{ clientId, code, name, currency, managerId },
        budgetKind: budget.kind,
      }),
    },
    'projects.ProjectUpdated': {
      key: ({ data }) => data.projectId,
      apply: (row, { data: { changes } }) =>
        row && changes.name ? { name: changes.name } : undefined,
    },
    'projects.ProjectBudgetChanged': {
      key: ({ data }) => data.projectId,
      apply: (row, { data: { to } }) => row && { budgetKind: to.kind },
    },
    'projects.ProjectManagerChanged': {
      key: ({ data }) => data.projectId,
      apply: (row, { data: { to } }) => row && { managerId: to },
    },
  },
});
