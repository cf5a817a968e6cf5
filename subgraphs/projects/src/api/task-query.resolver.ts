import { ConnectionArgs, type GraphContext, Public, Requires } from '@nexus/kit/graph';
import { type Page, sql } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Task, TaskConnection } from '../read/task.entity.js';
import { UserRef } from './stubs.js';
import { visibleTask } from './task.access.js';
import { TaskFilter, TaskOrder } from './task.inputs.js';
import { listTasks } from './task.list.js';

@Resolver()
export class TaskQueryResolver {
  @Query(() => Task, {
    nullable: true,
    description: 'A task; null where there is none within reach.',
  })
  @Requires('projects:read')
  @Public()
  async task(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The task.' }) id: string,
  ): Promise<Task | null> {
    return (await visibleTask(ctx, id)) ?? null;
  }

  @Query(() => Task, {
    nullable: true,
    description: 'A task by its number; null where there is none within reach.',
  })
  @Requires('projects:read')
  @Public()
  async taskByNumber(
    @Ctx() ctx: GraphContext,
    @Arg('number', () => String, { description: 'The number, `ACM-12-345`.' }) number: string,
  ): Promise<Task | null> {
    const { nodes } = await listTasks(ctx, {
      args: { first: 1 },
      includeArchived: true,
      where: sql`t.number = ${number.trim().toUpperCase()}`,
    });
    return nodes[0] ?? null;
  }

  @Query(() => TaskConnection, {
    description:
      'The tasks within reach, the newest first unless ordered otherwise. A search looks at the 500 newest matches.',
  })
  @Requires('projects:read')
  @Public()
  tasks(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => TaskFilter, { nullable: true, description: 'Which ones.' })
    filter?: TaskFilter,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Words, or beginnings of words, of title and number.',
    })
    search?: string,
    @Arg('orderBy', () => [TaskOrder], { nullable: true, description: 'In which order.' })
    orderBy?: TaskOrder[],
    @Arg('includeArchived', () => Boolean, {
      defaultValue: false,
      description: 'Archived ones too.',
    })
    includeArchived = false,
  ): Promise<Page<Task>> {
    return listTasks(ctx, { args, filter, search, orderBy, includeArchived });
  }
}

@Resolver(() => UserRef)
export class UserTasksResolver {
  @FieldResolver(() => TaskConnection, {
    description: 'The open tasks within reach that the person works on, by the day they are due.',
  })
  @Requires('projects:read')
  tasks(
    @Root() { id }: UserRef,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<Task>> {
    return listTasks(ctx, {
      args,
      filter: { assigneeId: id },
      where: sql`t.completed_at IS NULL`,
      orderBy: [{ field: 'DUE', direction: 'ASC' }],
    });
  }
}
