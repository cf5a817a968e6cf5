import {
  DateFilter,
  DateScalar,
  enumeration,
  IdFilter,
  MutationInput,
  type OrderDirection,
  OrderDirectionEnum,
} from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { ColumnCategory, TaskPriority, TaskType } from '../../events.d.ts';
import { ColumnCategoryEnum, TaskPriorityEnum, TaskTypeEnum } from '../read/task.enums.js';

@InputType({ description: 'Facts of a task.' })
class TaskFactsInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'More about it.' })
  description?: string | null;

  @Field(() => TaskTypeEnum, { nullable: true, description: 'What kind of work it is.' })
  type?: TaskType | null;

  @Field(() => ID, { nullable: true, description: 'The task that it is a part of.' })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The milestone it belongs to.' })
  milestoneId?: string | null;

  @Field(() => TaskPriorityEnum, { nullable: true, description: 'How soon it should be done.' })
  priority?: TaskPriority | null;

  @Field(() => Int, { nullable: true, description: 'Its size: 0, 1, 2, 3, 5, 8, 13 or 21.' })
  points?: number | null;

  @Field(() => Int, { nullable: true, description: 'The minutes it is thought to take.' })
  estimateMinutes?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it should be begun.' })
  start?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it should be done.' })
  due?: string | null;

  @Field(() => [String], { nullable: true, description: 'Free labels, at most 20.' })
  labels?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the client sees it.' })
  clientVisible?: boolean | null;
}

@InputType({ description: 'A new task.' })
export class TaskCreateInput extends TaskFactsInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, { description: 'What is to be done, at most 300 characters.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Its column; the first one unless given.' })
  columnId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who works on it: members of the project.' })
  assigneeIds?: string[] | null;
}

@InputType({ description: 'Changes of a task; what is left out stays as it is.' })
export class TaskUpdateInput extends TaskFactsInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'Refuse unless it is at this version.' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  title?: string | null;
}

@InputType({ description: 'Moves a card on the board.' })
export class TaskMoveInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => ID, { description: 'The column it goes to.' })
  columnId!: string;

  @Field(() => ID, { nullable: true, description: 'The card that will stand right below it.' })
  beforeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The card that will stand right above it; goes before `beforeId` where both are given.',
  })
  afterId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Refuse unless the task is at this version; otherwise the last move wins.',
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it goes ahead in spite of open work; takes `projects:override`.',
  })
  overrideReason?: string | null;
}

@InputType({ description: 'Sets who works on a task.' })
export class TaskAssignInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => [ID], { description: 'All who work on it; others are taken off.' })
  userIds!: string[];

  @Field(() => Int, { nullable: true, description: 'Refuse unless the task is at this version.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Completes a task.' })
export class TaskCompleteInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is completed in spite of open work; takes `projects:override`.',
  })
  overrideReason?: string | null;
}

@InputType({ description: 'Opens a completed task again.' })
export class TaskReopenInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;
}

@InputType({ description: 'Says that a task cannot go on.' })
export class TaskBlockInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Names a task.' })
class TaskNameInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;
}

@InputType({ description: 'Says that a task can go on.' })
export class TaskUnblockInput extends TaskNameInput {}

@InputType({ description: 'Takes a task off the board.' })
export class TaskArchiveInput extends TaskNameInput {}

@InputType({ description: 'Brings an archived task back.' })
export class TaskRestoreInput extends TaskNameInput {}

@InputType({ description: 'Which tasks.' })
export class TaskFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By project.' })
  projectId?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'Assigned to this person.' })
  assigneeId?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'By milestone.' })
  milestoneId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'By the task they are a part of.' })
  parentId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'By column.' })
  columnId?: IdFilter | null;

  @Field(() => [ColumnCategoryEnum], {
    nullable: true,
    description: 'Not begun, at work, completed.',
  })
  category?: ColumnCategory[] | null;

  @Field(() => [TaskPriorityEnum], { nullable: true, description: 'Of one of these priorities.' })
  priority?: TaskPriority[] | null;

  @Field(() => DateFilter, { nullable: true, description: 'By the day it is due.' })
  due?: DateFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Blocked, or not.' })
  blocked?: boolean | null;
}

export const TaskOrderFieldEnum = enumeration(
  'TaskOrderField',
  'What a list of tasks is ordered by.',
  {
    CREATED_AT: 'When it was created.',
    UPDATED_AT: 'When it last changed.',
    DUE: 'When it is due; tasks without a day come last.',
  },
);

@InputType({ description: 'One key of the order of tasks.' })
export class TaskOrder {
  @Field(() => TaskOrderFieldEnum, { description: 'What to order by.' })
  field!: keyof typeof TaskOrderFieldEnum;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  direction!: OrderDirection;
}
