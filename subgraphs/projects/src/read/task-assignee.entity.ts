import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryEvents } from '../../events.d.ts';

export const taskAssigneeTable = readTable({
  schema: 'projects',
  name: 'task_assignee',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    task_id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL`,
  indexes: ['(tenant_id, user_id, task_id)'],
});

/** Who works on what, the other way round: finds a person's tasks by an index. */
@Entity({ schema: 'projects', name: 'task_assignee' })
export class TaskAssignee extends TenantRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  taskId!: string;

  @Column('text')
  userId!: string;
}

const keys = (taskId: string, userIds: readonly string[]) =>
  userIds.map((userId) => `${taskId}:${userId}`);
const added = (key: string) => {
  const [taskId = '', userId = ''] = key.split(':');
  return { taskId, userId };
};

export const taskAssigneeProjection = projection<DeliveryEvents>()({
  name: 'projects.task-assignee',
  mode: 'inline',
  entity: TaskAssignee,
  table: taskAssigneeTable,
  on: {
    'projects.TaskCreated': {
      creates: true,
      key: ({ data }) => keys(data.taskId, data.assigneeIds),
      apply: (_row, _event, key) => added(key),
    },
    'projects.TaskAssigned': {
      creates: true,
      key: ({ data }) => keys(data.taskId, data.userIds),
      apply: (_row, _event, key) => added(key),
    },
    'projects.TaskUnassigned': {
      key: ({ data }) => keys(data.taskId, data.userIds),
      apply: () => null,
    },
  },
});
