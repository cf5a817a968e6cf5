import { LiveEvent, Payload } from '@nexus/kit/graph';
import { Field, ObjectType } from 'type-graphql';
import { BoardColumn } from '../read/board-column.entity.js';
import { TaskComment } from '../read/comment.entity.js';
import { Milestone } from '../read/milestone.entity.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';

@ObjectType({ description: 'A project that was written.' })
export class ProjectPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'The project, where it was done.' })
  project?: Project;
}

@ObjectType({ description: 'A milestone that was written.' })
export class MilestonePayload extends Payload {
  @Field(() => Milestone, { nullable: true, description: 'The milestone, where it was done.' })
  milestone?: Milestone;

  @Field(() => Project, { nullable: true, description: 'Its project.' })
  project?: Project;
}

@ObjectType({ description: 'A column of a board that was written.' })
export class BoardColumnPayload extends Payload {
  @Field(() => BoardColumn, {
    nullable: true,
    description:
      'The column, where it was done; of one that was removed the column its cards went to.',
  })
  column?: BoardColumn;
}

@ObjectType({ description: 'A task that was written.' })
export class TaskPayload extends Payload {
  @Field(() => Task, { nullable: true, description: 'The task, where it was done.' })
  task?: Task;
}

@ObjectType({ description: 'A comment that was written.' })
export class TaskCommentPayload extends Payload {
  @Field(() => TaskComment, { nullable: true, description: 'The comment, where it was done.' })
  comment?: TaskComment;
}

export const BoardEvent = LiveEvent(
  'BoardEvent',
  Task,
  'A change on a board; without a node where a column changed.',
);
export const TaskEvent = LiveEvent('TaskEvent', Task, 'A change of a task.');
export const ProjectEvent = LiveEvent('ProjectEvent', Project, 'A change of a project.');
