import type { RecordedEvent } from '@nexus/kit/domain';
import type { SqlRunner } from '@nexus/kit/events';
import { projection } from '@nexus/kit/read';
import type { DeliveryEvents } from '../../events.d.ts';
import { changesOf, peopleOf } from './activity.changes.js';
import { Activity, activityTable } from './activity.entity.js';

interface Payload {
  readonly projectId: string;
  readonly clientId?: string | null;
  readonly taskId?: string;
  readonly commentId?: string;
  readonly changes?: { readonly clientVisible?: boolean };
  readonly reason?: string | null;
  readonly overrideReason?: string | null;
  readonly clientVisible?: boolean;
  readonly visibility?: string;
}

/** What a client may know of its project, and of the tasks that are shown to it. */
const OF_PROJECT = new Set([
  'ProjectCreated',
  'ProjectPhaseChanged',
  'MilestoneAdded',
  'MilestoneRescheduled',
  'MilestoneReached',
]);
const OF_TASK = ['TaskCreated', 'TaskStarted', 'TaskCompleted', 'TaskReopened'];

/** The client who may see it, as far as the event says so itself. */
function visibleTo(kind: string, data: Payload): string | null {
  const shown =
    OF_PROJECT.has(kind) ||
    (kind === 'TaskCreated' && data.clientVisible) ||
    (kind === 'CommentAdded' && data.visibility === 'CLIENT');
  return shown ? (data.clientId ?? null) : null;
}

function row(event: RecordedEvent): Omit<Activity, 'tenantId' | 'id' | 'actor'> {
  const data = event.data as unknown as Payload;
  const kind = event.type.slice(event.type.indexOf('.') + 1);
  return {
    projectId: data.projectId,
    taskId: data.taskId ?? null,
    commentId: data.commentId ?? null,
    sequence: event.sequence,
    kind,
    fields: Object.keys(data.changes ?? {}),
    changes: changesOf(kind, event.data),
    personIds: [...peopleOf(kind, event.data)],
    reason: data.overrideReason ?? data.reason ?? null,
    actorType: event.actor.type,
    actorId: event.actor.id,
    visibleTo: visibleTo(kind, data),
    occurredAt: event.occurredAt,
  };
}

const told = {
  creates: true,
  key: ({ id }: { id: string }) => id,
  apply: (_: Activity | undefined, event: RecordedEvent): Partial<Activity> => row(event),
};

const SHOWN_TO = `(SELECT k.visible_to FROM projects.task k
  WHERE k.tenant_id = (select current_setting('app.tenant')::uuid) AND k.id = $1)`;

/** The same for events of tasks that do not say whether the task is shown to the client: the task does. */
const toldOfTask = {
  sql: async (tx: SqlRunner, event: RecordedEvent, table: string): Promise<void> => {
    const { kind, ...entry } = row(event);
    const { taskId } = entry;
    await tx.sql(
      `INSERT INTO ${table} (tenant_id, id, project_id, task_id, sequence, kind, fields, changes, person_ids, reason,
         actor_type, actor_id, occurred_at, visible_to)
       SELECT current_setting('app.tenant')::uuid, $2, $3, $1, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12,
         CASE WHEN $5 = ANY ($13::text[]) THEN ${SHOWN_TO} END
       ON CONFLICT DO NOTHING`,
      [
        ...[taskId, event.id, entry.projectId, entry.sequence, kind, entry.fields],
        ...[JSON.stringify(entry.changes), entry.personIds, entry.reason],
        ...[entry.actorType, entry.actorId, entry.occurredAt, OF_TASK],
      ],
    );
    const { changes } = event.data as unknown as Payload;
    if (changes?.clientVisible === undefined) return;
    await tx.sql(
      `UPDATE ${table} SET visible_to = ${SHOWN_TO}
       WHERE tenant_id = (select current_setting('app.tenant')::uuid) AND task_id = $1 AND kind = ANY ($2)`,
      [taskId, OF_TASK],
    );
  },
};

const TOLD = [
  'ProjectCreated',
  'ProjectUpdated',
  'ProjectBudgetChanged',
  'ProjectPhaseChanged',
  'ProjectPutOnHold',
  'ProjectResumed',
  'ProjectMemberAdded',
  'ProjectMemberRemoved',
  'ProjectManagerChanged',
  'MilestoneAdded',
  'MilestoneRescheduled',
  'MilestoneReached',
  'ColumnAdded',
  'ColumnRenamed',
  'WipLimitChanged',
  'ColumnRemoved',
  'TaskCreated',
  'TaskAssigned',
  'TaskUnassigned',
  'TaskMoved',
  'TaskBlocked',
  'TaskUnblocked',
  'ChecklistItemAdded',
  'ChecklistItemChecked',
  'ChecklistItemUnchecked',
  'ChecklistItemRemoved',
  'TaskArchived',
  'TaskRestored',
  'DependencyAdded',
  'DependencyRemoved',
  'CommentAdded',
  'CommentEdited',
  'CommentDeleted',
] as const;

const TOLD_OF_TASK = ['TaskUpdated', 'TaskStarted', 'TaskCompleted', 'TaskReopened'] as const;

const each = <Reducer>(names: readonly string[], reducer: Reducer) =>
  Object.fromEntries(names.map((name) => [`projects.${name}`, reducer]));

/** What happened, read from the log beside the writes: a feed may be a moment behind, the fence waits for it. */
export const activityProjection = projection<DeliveryEvents>()<Activity>({
  name: 'projects.activity',
  mode: 'catchup',
  entity: Activity,
  table: activityTable,
  on: { ...each(TOLD, told), ...each(TOLD_OF_TASK, toldOfTask) },
});
