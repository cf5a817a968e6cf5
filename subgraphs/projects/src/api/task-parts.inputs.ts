import { MutationInput } from '@nexus/kit/graph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { CommentVisibility, DependencyKind } from '../../events.d.ts';
import { CommentVisibilityEnum, DependencyKindEnum } from '../read/task.enums.js';

@InputType({ description: 'Lets one task wait for another of the same project.' })
export class TaskDependencyAddInput extends MutationInput {
  @Field(() => ID, { description: 'The predecessor.' })
  from!: string;

  @Field(() => ID, { description: 'The successor, which waits.' })
  to!: string;

  @Field(() => DependencyKindEnum, {
    defaultValue: 'FINISH_TO_START',
    description: 'How they depend.',
  })
  kind!: DependencyKind;

  @Field(() => Int, { defaultValue: 0, description: 'Working days between them.' })
  lagDays!: number;
}

@InputType({ description: 'Lets a task wait for another no longer.' })
export class TaskDependencyRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The predecessor.' })
  from!: string;

  @Field(() => ID, { description: 'The successor.' })
  to!: string;
}

@InputType({ description: 'A new tick box of a task.' })
export class ChecklistItemAddInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => String, { description: 'What is to be done.' })
  text!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The item it stands behind; the last unless given.',
  })
  afterId?: string | null;
}

@InputType({ description: 'Ticks an item, or takes the tick away.' })
export class ChecklistItemToggleInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Boolean, { description: 'Whether it is ticked then.' })
  checked!: boolean;
}

@InputType({ description: 'Removes an item of a checklist.' })
export class ChecklistItemRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => ID, { description: 'The item.' })
  itemId!: string;
}

@InputType({ description: 'A new comment on a task.' })
export class TaskCommentAddInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => String, { description: 'What it says.' })
  body!: string;

  @Field(() => ID, { nullable: true, description: 'The comment that it answers.' })
  parentId?: string | null;

  @Field(() => CommentVisibilityEnum, {
    defaultValue: 'INTERNAL',
    description: 'Who may read it.',
  })
  visibility!: CommentVisibility;

  @Field(() => [ID], { nullable: true, description: 'Members of the project it calls upon.' })
  mentionIds?: string[] | null;
}

@InputType({ description: 'Changes what one has said.' })
export class TaskCommentEditInput extends MutationInput {
  @Field(() => ID, { description: 'The comment.' })
  id!: string;

  @Field(() => String, { description: 'What it says now.' })
  body!: string;

  @Field(() => [ID], { nullable: true, description: 'Members of the project it calls upon.' })
  mentionIds?: string[] | null;
}

@InputType({ description: 'Takes a comment back.' })
export class TaskCommentDeleteInput extends MutationInput {
  @Field(() => ID, { description: 'The comment.' })
  id!: string;
}
