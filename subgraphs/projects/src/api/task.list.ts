import { filterSql, type GraphContext } from '@nexus/kit/graph';
import {
  allOf,
  type OrderTerm,
  type Page,
  type PageArgs,
  paginate,
  type Sql,
  sql,
} from '@nexus/kit/read';
import { Task } from '../read/task.entity.js';
import { visibleProjectIds } from './project.access.js';
import type { TaskFilter, TaskOrder } from './task.inputs.js';
import { matchingTasks, searchWords } from './task.search.js';

const NO_DUE = '9999-12-31';

const NUMBER: OrderTerm<Task> = {
  expression: 't.sequence',
  type: 'integer',
  direction: 'ASC',
  value: ({ sequence }) => sequence,
};

function taskOrder(orderBy: readonly TaskOrder[]): OrderTerm<Task>[] {
  return orderBy.map(({ field, direction }): OrderTerm<Task> => {
    switch (field) {
      case 'CREATED_AT':
        return { expression: 't.id', type: 'text', direction, value: ({ id }) => id };
      case 'UPDATED_AT':
        return {
          expression: 't.updated_at',
          type: 'timestamptz',
          direction,
          value: ({ updatedAt }) => updatedAt,
        };
      case 'DUE':
        return {
          expression: `coalesce(t.due, '${NO_DUE}'::date)`,
          type: 'date',
          direction,
          value: ({ due }) => due ?? NO_DUE,
        };
      default:
        return field satisfies never;
    }
  });
}

function taskFilter(filter: TaskFilter | null | undefined): (Sql | undefined)[] {
  if (!filter) return [];
  const {
    projectId,
    assigneeId,
    milestoneId,
    parentId,
    columnId,
    category,
    priority,
    due,
    blocked,
  } = filter;
  return [
    ...filterSql(sql`t.project_id`, projectId),
    assigneeId
      ? sql`t.id IN (SELECT a.task_id FROM projects.task_assignee a WHERE a.user_id = ${assigneeId})`
      : undefined,
    ...filterSql(sql`t.milestone_id`, milestoneId),
    ...filterSql(sql`t.parent_id`, parentId),
    ...filterSql(sql`t.column_id`, columnId),
    category ? sql`t.category = ANY (${category})` : undefined,
    priority ? sql`t.priority = ANY (${priority})` : undefined,
    ...filterSql(sql`t.due`, due),
    blocked == null ? undefined : sql`(t.blocked_reason IS NOT NULL) = ${blocked}`,
  ];
}

export interface TaskQuery {
  readonly args: PageArgs;
  readonly filter?: TaskFilter | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy?: readonly TaskOrder[] | null | undefined;
  readonly includeArchived?: boolean;
  /** Tasks of this project, which the caller may see. */
  readonly projectId?: string;
  readonly where?: Sql;
}

/** The tasks that the caller may see. Row policies hide from client users what is not shown to them. */
export async function listTasks(ctx: GraphContext, query: TaskQuery): Promise<Page<Task>> {
  const { args, filter, search, orderBy, includeArchived = false, projectId, where } = query;
  const projects = projectId ? [projectId] : await visibleProjectIds(ctx);
  const words = search ? searchWords(search) : undefined;
  const conditions = allOf(
    projects ? sql`t.project_id = ANY (${projects})` : undefined,
    includeArchived ? undefined : sql`NOT t.archived`,
    words ? matchingTasks(words, projects) : undefined,
    ...taskFilter(filter),
    where,
  );
  const order = orderBy?.length
    ? taskOrder(orderBy)
    : projectId && !words
      ? [NUMBER]
      : taskOrder([{ field: 'CREATED_AT', direction: 'DESC' }]);
  return paginate(ctx.read, { entity: Task, where: conditions, orderBy: order, args });
}
