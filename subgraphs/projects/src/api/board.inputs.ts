import { DateScalar, MutationInput } from '@nexus/kit/graph';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { ColumnCategory, TaskPriority, WipMode } from '../../events.d.ts';
import { ColumnCategoryEnum, TaskPriorityEnum, WipModeEnum } from '../read/task.enums.js';

@InputType({ description: 'A new column of a board.' })
export class BoardColumnAddInput extends MutationInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => String, { description: 'Its heading.' })
  name!: string;

  @Field(() => ColumnCategoryEnum, { description: 'What it stands for.' })
  category!: ColumnCategory;

  @Field(() => Int, {
    nullable: true,
    description: 'Cards allowed at once; no limit unless given.',
  })
  wipLimit?: number | null;

  @Field(() => WipModeEnum, {
    nullable: true,
    description: 'What the limit does; WARN unless given.',
  })
  wipMode?: WipMode | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The column it stands behind; the last unless given.',
  })
  afterId?: string | null;
}

@InputType({ description: 'Changes of a column; what is left out stays as it is.' })
export class BoardColumnUpdateInput extends MutationInput {
  @Field(() => ID, { description: 'The column.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its heading.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Cards allowed at once; null lifts the limit.' })
  wipLimit?: number | null;

  @Field(() => WipModeEnum, { nullable: true, description: 'What the limit does.' })
  wipMode?: WipMode | null;

  @Field(() => ID, { nullable: true, description: 'The column it stands behind; null: the first.' })
  afterId?: string | null;
}

@InputType({ description: 'Takes a column off a board.' })
export class BoardColumnRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The column.' })
  id!: string;

  @Field(() => ID, { description: 'The column that its cards go to.' })
  moveTo!: string;
}

@InputType({ description: 'Which cards of a column.' })
export class BoardFilter {
  @Field(() => ID, { nullable: true, description: 'Assigned to this person.' })
  assigneeId?: string | null;

  @Field(() => [TaskPriorityEnum], { nullable: true, description: 'Of one of these priorities.' })
  priority?: TaskPriority[] | null;

  @Field(() => String, { nullable: true, description: 'With this label.' })
  label?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due before this day.' })
  dueBefore?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Blocked, or not.' })
  blocked?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Words of title or number.' })
  search?: string | null;
}

@ArgsType()
export class BoardTasksArgs {
  @Field(() => Int, { defaultValue: 50, description: 'The first so many, at most 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => BoardFilter, { nullable: true, description: 'Which cards.' })
  filter?: BoardFilter | null;
}
