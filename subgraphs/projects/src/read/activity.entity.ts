import type { RecordedEvent } from '@nexus/kit/domain';
import { Connection, DateTimeScalar, EventActor } from '@nexus/kit/graph';
import { projection, readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryEvents } from '../../events.d.ts';

export const activityTable = readTable({
  schema: 'projects',
  name: 'activity',
  clientsSee: 'nothing',
  columns: `
    id text COLLATE "C" NOT NULL,
    project_id text COLLATE "C" NOT NULL,
    task_id text COLLATE "C",
    sequence text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    fields text[] NOT NULL,
    reason text,
    actor_type text NOT NULL,
    actor_id text NOT NULL,
    occurred_at timestamptz NOT NULL`,
  indexes: [
    '(tenant_id, project_id, sequence)',
    '(tenant_id, task_id, sequence) WHERE task_id IS NOT NULL',
  ],
});

@ObjectType('Activity', { description: 'Something that happened in a project.' })
@Entity({ schema: 'projects', name: 'activity' })
export class Activity extends TenantRow {
  @Field(() => ID, { description: 'Id of the event.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  projectId!: string;

  @Column('text')
  taskId!: string | null;

  @Column('text')
  sequence!: string;

  @Field(() => String, { description: 'What happened, by the name of the domain event.' })
  @Column('text')
  kind!: string;

  @Field(() => [String], { description: 'The fields that changed, for a change of facts.' })
  @Column('text', { array: true })
  fields!: string[];

  @Field(() => String, { nullable: true, description: 'The reason that was given.' })
  @Column('text')
  reason!: string | null;

  @Column('text')
  actorType!: string;

  @Column('text')
  actorId!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Column('timestamptz')
  occurredAt!: Date;

  @Field(() => EventActor, { description: 'Who did it.' })
  actor(): EventActor {
    return { type: this.actorType, id: this.actorId };
  }
}

export const ActivityConnection = Connection(Activity);

interface Payload {
  readonly projectId: string;
  readonly taskId?: string;
  readonly changes?: object;
  readonly reason?: string | null;
  readonly overrideReason?: string | null;
}

const told = {
  creates: true,
  key: ({ id }: { id: string }) => id,
  apply: (_: Activity | undefined, event: RecordedEvent): Partial<Activity> => {
    const { projectId, taskId, changes, reason, overrideReason } = event.data as unknown as Payload;
    return {
      projectId,
      taskId: taskId ?? null,
      sequence: event.sequence,
      kind: event.type.slice(event.type.indexOf('.') + 1),
      fields: Object.keys(changes ?? {}),
      reason: overrideReason ?? reason ?? null,
      actorType: event.actor.type,
      actorId: event.actor.id,
      occurredAt: event.occurredAt,
    };
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
  'TaskUpdated',
  'TaskAssigned',
  'TaskUnassigned',
  'TaskMoved',
  'TaskStarted',
  'TaskCompleted',
  'TaskReopened',
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

/** What happened, read from the log beside the writes: a feed may be a moment behind, the fence waits for it. */
export const activityProjection = projection<DeliveryEvents>()<Activity>({
  name: 'projects.activity',
  mode: 'catchup',
  entity: Activity,
  table: activityTable,
  on: Object.fromEntries(TOLD.map((name) => [`projects.${name}`, told])),
});
