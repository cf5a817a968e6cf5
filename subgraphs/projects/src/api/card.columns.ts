import { entityMap } from '@nexus/kit/read';
import { Task } from '../read/task.entity.js';

const STANDING: readonly (keyof Task)[] = ['archived', 'completedAt', 'blockedReason'];

/** What resolvers of a card read of its row; fields that are columns themselves need no entry. */
const READ_BY: Readonly<Record<string, readonly (keyof Task)[]>> = {
  __typename: [],
  activity: [],
  assignees: ['assigneeIds'],
  blocked: ['blockedReason', 'blockedBy', 'blockedSince'],
  column: [],
  commentCount: [],
  comments: [],
  description: [],
  isOverdue: ['due', 'completedAt'],
  loggedMinutes: [],
  milestone: ['milestoneId'],
  parent: ['parentId'],
  predecessors: [],
  progress: ['completedAt', 'checklist'],
  project: [],
  reporter: ['reporterId'],
  subtasks: [],
  successors: [],
  viewerCanArchive: STANDING,
  viewerCanAssign: STANDING,
  viewerCanBlock: STANDING,
  viewerCanComment: [],
  viewerCanComplete: STANDING,
  viewerCanLogTime: [],
  viewerCanMove: STANDING,
  viewerCanReopen: STANDING,
  viewerCanRestore: STANDING,
  viewerCanUnblock: STANDING,
  viewerCanUpdate: STANDING,
};
const ALWAYS: readonly (keyof Task)[] = ['id', 'columnId', 'projectId', 'rank'];

const { columns } = entityMap(Task);
const CARD = columns.filter(({ property }) => property !== 'description');
const PROPERTIES = new Set(CARD.map(({ property }) => property));

/**
 * The columns that a board read needs, for a SELECT from `t`: a card of 30 columns takes four times as long to
 * read as one of five, and a board shows hundreds. A field that is not known here takes all but the description,
 * which `Task.description` fetches by itself.
 */
export function cardColumns(fields: ReadonlySet<string>): string {
  const known = [...fields].every((field) => field in READ_BY || PROPERTIES.has(field));
  const needed = new Set<string>(ALWAYS);
  for (const field of fields) for (const name of READ_BY[field] ?? [field]) needed.add(name);
  return CARD.filter(({ property }) => !known || needed.has(property))
    .map(({ column }) => `t.${column}`)
    .join(', ');
}
