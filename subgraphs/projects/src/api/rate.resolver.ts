import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProjectRole } from '../../events.d.ts';
import { Project } from '../read/project.entity.js';
import { ProjectRoleEnum } from '../read/project.enums.js';
import { Rate } from '../read/rate.entity.js';
import { Task } from '../read/task.entity.js';
import { UserRef } from './stubs.js';

@Resolver(() => Rate)
export class RateResolver {
  @FieldResolver(() => Project, { nullable: true, description: 'The project it is for.' })
  async project(@Root() { projectId }: Rate, @Ctx() ctx: GraphContext): Promise<Project | null> {
    return projectId ? ((await ctx.read.row(Project, projectId)) ?? null) : null;
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task it is for.' })
  async task(@Root() { taskId }: Rate, @Ctx() ctx: GraphContext): Promise<Task | null> {
    return taskId ? ((await ctx.read.row(Task, taskId)) ?? null) : null;
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'The person it is for.' })
  user(@Root() { userId }: Rate): UserRef | null {
    return userId ? { id: userId } : null;
  }

  @FieldResolver(() => ProjectRoleEnum, { nullable: true, description: 'The role it is for.' })
  role(@Root() { role }: Rate): ProjectRole | null {
    return role;
  }
}
