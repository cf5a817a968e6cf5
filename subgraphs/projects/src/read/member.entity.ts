import { DateScalar } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryEvents, ProjectRole } from '../../events.d.ts';
import { ProjectRoleEnum } from './project.enums.js';

export const memberTable = readTable({
  schema: 'projects',
  name: 'member',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    role text NOT NULL CHECK (role IN ('MANAGER', 'LEAD', 'MEMBER', 'OBSERVER')),
    since date NOT NULL,
    until date`,
  indexes: ['(tenant_id, project_id)', '(tenant_id, user_id)'],
});

/** A person in a project, former members included; its id is `memberKey`. */
@ObjectType('ProjectMember', { description: 'A person in a project.', simpleResolvers: true })
@Entity({ schema: 'projects', name: 'member' })
export class ProjectMember extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  userId!: string;

  @Field(() => ProjectRoleEnum, { description: 'What the person is in the project.' })
  @Column('text')
  role!: ProjectRole;

  @Field(() => DateScalar, { description: 'The first day of the membership.' })
  @Column('date')
  since!: string;

  /** The last day of the membership; null while it lasts. */
  @Column('date')
  until!: string | null;
}

/** Id of the row of a person in a project. */
export const memberKey = (projectId: string, userId: string): string => `${projectId}:${userId}`;

export const memberProjection = projection<DeliveryEvents>()({
  name: 'projects.member',
  mode: 'inline',
  entity: ProjectMember,
  table: memberTable,
  on: {
    'projects.ProjectMemberAdded': {
      key: ({ data }) => memberKey(data.projectId, data.userId),
      apply: (_, { data: { projectId, userId, role, since } }) => ({
        projectId,
        userId,
        role,
        since,
        until: null,
      }),
    },
    'projects.ProjectMemberRemoved': {
      key: ({ data }) => memberKey(data.projectId, data.userId),
      apply: (row, { data }) => row && { until: data.until },
    },
    'projects.ProjectManagerChanged': {
      key: ({ data }) => [memberKey(data.projectId, data.from), memberKey(data.projectId, data.to)],
      apply: (row, { data }) => {
        const role: ProjectRole = row?.userId === data.to ? 'MANAGER' : 'LEAD';
        return row && { role };
      },
    },
    'projects.ProjectUpdated': {
      // A member from the project's start on stays one when the start moves.
      sql: async (tx, { data: { projectId, changes } }, table) => {
        if (changes.start === undefined) return;
        await tx.sql(
          `UPDATE ${table} SET since = $2
           WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND project_id = $1`,
          [projectId, changes.start],
        );
      },
    },
  },
});
