import type { GraphContext } from '@nexus/kit/graph';
import type { Page } from '@nexus/kit/read';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { wipLimitOf } from '../domain/board.wip.js';
import { BoardColumn } from '../read/board-column.entity.js';
import { Project } from '../read/project.entity.js';
import { type Task, TaskConnection } from '../read/task.entity.js';
import { BoardTasksArgs } from './board.inputs.js';
import { cardCount, cardsOf, columnsOf } from './board.loaders.js';
import { nodeFields } from './selection.js';

@ObjectType('Board', { description: 'The tasks of a project as cards in columns.' })
export class Board {
  @Field(() => Project, { description: 'The project.' })
  project!: Project;
}

@Resolver(() => Project)
export class ProjectBoardResolver {
  @FieldResolver(() => Board, { description: 'Its tasks as cards in columns.' })
  board(@Root() project: Project): Board {
    return { project };
  }
}

@Resolver(() => Board)
export class BoardResolver {
  @FieldResolver(() => [BoardColumn], { description: 'Its columns from left to right.' })
  columns(@Root() { project }: Board, @Ctx() ctx: GraphContext): Promise<BoardColumn[]> {
    return columnsOf(ctx, project.id);
  }
}

/** The limit in force: fixed, or by the size of the team. */
async function limitOf(ctx: GraphContext, column: BoardColumn): Promise<number | null> {
  const { fixedLimit: wipLimit, wipPerMember, projectId } = column;
  if (wipLimit !== null || wipPerMember === null) return wipLimit;
  const project = await ctx.read.row(Project, projectId);
  return wipLimitOf({ wipLimit, wipPerMember }, project?.workerIds.length ?? 1);
}

@Resolver(() => BoardColumn)
export class BoardColumnFieldsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Cards allowed at once; where nobody fixed it, it follows the size of the team.',
  })
  wipLimit(@Root() column: BoardColumn, @Ctx() ctx: GraphContext): Promise<number | null> {
    return limitOf(ctx, column);
  }

  @FieldResolver(() => Int, { description: 'Cards in it; for a client those the client sees.' })
  count(@Root() { id }: BoardColumn, @Ctx() ctx: GraphContext): Promise<number> {
    return cardCount(ctx, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it holds more cards than allowed.' })
  async isOverLimit(@Root() column: BoardColumn, @Ctx() ctx: GraphContext): Promise<boolean> {
    const limit = await limitOf(ctx, column);
    return limit !== null && (await cardCount(ctx, column.id)) > limit;
  }

  @FieldResolver(() => TaskConnection, { description: 'Its cards from top to bottom.' })
  tasks(
    @Root() column: BoardColumn,
    @Ctx() ctx: GraphContext,
    @Args(() => BoardTasksArgs) args: BoardTasksArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Task>> {
    return cardsOf(ctx, column, args, nodeFields(info));
  }

  @FieldResolver(() => Project, {
    nullable: true,
    description: 'The project whose board it is on.',
  })
  async project(@Root() { projectId }: BoardColumn, @Ctx() ctx: GraphContext) {
    return (await ctx.read.row(Project, projectId)) ?? null;
  }
}
