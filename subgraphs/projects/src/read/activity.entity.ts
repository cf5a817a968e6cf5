import { Connection, DateTimeScalar, EventActor } from '@nexus/kit/graph';
import { readTable, TenantRow } from '@nexus/kit/read';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FieldChange } from './activity.changes.js';

export const activityTable = readTable({
  schema: 'projects',
  name: 'activity',
  clientColumn: 'visible_to',
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
    occurred_at timestamptz NOT NULL,
    changes jsonb NOT NULL DEFAULT '[]',
    person_ids text[] NOT NULL DEFAULT '{}',
    comment_id text COLLATE "C",
    visible_to text COLLATE "C"`,
  indexes: [
    '(tenant_id, project_id, sequence)',
    '(tenant_id, task_id, sequence) WHERE task_id IS NOT NULL',
    '(tenant_id, sequence)',
    '(tenant_id, visible_to, sequence) WHERE visible_to IS NOT NULL',
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

  @Column('text')
  reason!: string | null;

  @Column('text')
  actorType!: string;

  @Column('text')
  actorId!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Column('timestamptz')
  occurredAt!: Date;

  @Column('jsonb')
  changes!: readonly FieldChange[];

  /** Whom it was about, beside the actor. */
  @Column('text', { array: true })
  personIds!: string[];

  @Column('text')
  commentId!: string | null;

  /** The client who may see it; row policies read it. */
  @Column('text')
  visibleTo!: string | null;

  @Field(() => EventActor, { description: 'Who did it.' })
  actor(): EventActor {
    return { type: this.actorType, id: this.actorId };
  }
}

export const ActivityConnection = Connection(Activity);
