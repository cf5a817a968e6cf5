import { Connection, DateScalar, DateTimeScalar, Key, Node } from '@nexus/kit/graph';
import { TenantRow } from '@nexus/kit/read';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnCategory, TaskPriority, TaskType } from '../../events.d.ts';
import { TaskPriorityEnum, TaskTypeEnum } from './task.enums.js';

@ObjectType('ChecklistItem', { description: 'A tick box inside a task.', simpleResolvers: true })
export class ChecklistItemType {
  @Field(() => ID, { description: 'Names it within its task.' })
  id!: string;

  @Field(() => String, { description: 'What is to be done.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it is ticked.' })
  checked!: boolean;
}

@Key('id')
@ObjectType('Task', {
  implements: Node,
  description: 'A unit of work on a board.',
  simpleResolvers: true,
})
@Entity({ schema: 'projects', name: 'task' })
export class Task extends TenantRow implements Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => Int, { description: 'Rises with each change; send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Column('text')
  projectId!: string;

  @Column('text')
  clientId!: string | null;

  /** The client who may see it: its client where it is client-visible, else null. Row policies read it. */
  @Column('text')
  visibleTo!: string | null;

  @Field(() => String, { description: 'Its number, unique in the tenant: `ACM-12-345`.' })
  @Column('text')
  number!: string;

  @Column('integer')
  sequence!: number;

  @Field(() => String, { description: 'What is to be done.' })
  @Column('text')
  title!: string;

  /** Left out of board reads; undefined there. */
  @Column('text')
  description!: string | null | undefined;

  @Field(() => TaskTypeEnum, { description: 'What kind of work it is.' })
  @Column('text')
  type!: TaskType;

  @Column('text')
  columnId!: string;

  @Column('text')
  category!: ColumnCategory;

  @Field(() => String, { description: 'Its place in its column: smaller texts come first.' })
  @Column('text')
  rank!: string;

  @Column('text')
  parentId!: string | null;

  @Column('text')
  milestoneId!: string | null;

  @Column('text', { array: true })
  assigneeIds!: string[];

  @Column('text')
  reporterId!: string;

  @Field(() => TaskPriorityEnum, { description: 'How soon it should be done.' })
  @Column('text')
  priority!: TaskPriority;

  @Field(() => Int, { nullable: true, description: 'Its size in points.' })
  @Column('integer')
  points!: number | null;

  @Field(() => Int, { nullable: true, description: 'The minutes it is thought to take.' })
  @Column('integer')
  estimateMinutes!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it should be begun.' })
  @Column('date')
  start!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it should be done.' })
  @Column('date')
  due!: string | null;

  @Field(() => [String], { description: 'Free labels.' })
  @Column('text', { array: true })
  labels!: string[];

  @Field(() => Boolean, { description: 'Whether the client sees it.' })
  @Column('boolean')
  clientVisible!: boolean;

  @Field(() => [ChecklistItemType], { description: 'Its tick boxes, in order.' })
  @Column('jsonb')
  checklist!: ChecklistItemType[];

  @Column('text')
  blockedReason!: string | null;

  @Column('text')
  blockedBy!: string | null;

  @Column('timestamptz')
  blockedSince!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When work on it began.' })
  @Column('timestamptz')
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed.' })
  @Column('timestamptz')
  completedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is off the board.' })
  @Column('boolean')
  archived!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  @Column('timestamptz')
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  @Column('timestamptz')
  updatedAt!: Date;
}

export const TaskConnection = Connection(Task);
