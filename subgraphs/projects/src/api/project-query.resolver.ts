import { ConnectionArgs, type GraphContext, Public, Requires } from '@nexus/kit/graph';
import { type Page, sql } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Project, ProjectConnection } from '../read/project.entity.js';
import { visibleProject } from './project.access.js';
import { ProjectFilter, ProjectOrder } from './project.inputs.js';
import { listProjects } from './project.list.js';
import { ClientRef, UserRef } from './stubs.js';

@Resolver()
export class ProjectQueryResolver {
  @Query(() => Project, {
    nullable: true,
    description: 'A project; null where there is none within reach.',
  })
  @Requires('projects:read')
  @Public()
  async project(
    @Ctx() ctx: GraphContext,
    @Arg('id', () => ID, { description: 'The project.' }) id: string,
  ): Promise<Project | null> {
    return (await visibleProject(ctx, id)) ?? null;
  }

  @Query(() => Project, {
    nullable: true,
    description: 'A project by its code; null where there is none within reach.',
  })
  @Requires('projects:read')
  @Public()
  async projectByCode(
    @Ctx() ctx: GraphContext,
    @Arg('code', () => String, { description: 'The code, `ACM-12`.' }) code: string,
  ): Promise<Project | null> {
    const { nodes } = await listProjects(ctx, {
      args: { first: 1 },
      where: sql`t.code = ${code.trim().toUpperCase()}`,
    });
    return nodes[0] ?? null;
  }

  @Query(() => ProjectConnection, {
    description: 'The projects within reach, by name unless ordered otherwise.',
  })
  @Requires('projects:read')
  @Public()
  projects(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which ones.' })
    filter?: ProjectFilter,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Names or codes beginning with this.',
    })
    search?: string,
    @Arg('orderBy', () => [ProjectOrder], { nullable: true, description: 'In which order.' })
    orderBy?: ProjectOrder[],
  ): Promise<Page<Project>> {
    return listProjects(ctx, { args, filter, search, orderBy });
  }
}

@Resolver(() => ClientRef)
export class ClientProjectsResolver {
  @FieldResolver(() => ProjectConnection, { description: 'Its projects within reach, by name.' })
  @Requires('projects:read')
  projects(
    @Root() { id }: ClientRef,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => ProjectFilter, { nullable: true, description: 'Which ones.' })
    filter?: ProjectFilter,
  ): Promise<Page<Project>> {
    return listProjects(ctx, { args, filter, where: sql`t.client_id = ${id}` });
  }
}

@Resolver(() => UserRef)
export class UserProjectsResolver {
  @FieldResolver(() => ProjectConnection, {
    description: 'The projects within reach that the person is a member of, by name.',
  })
  @Requires('projects:read')
  projects(
    @Root() { id }: UserRef,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<Project>> {
    return listProjects(ctx, { args, where: sql`${id} = ANY (t.member_ids)` });
  }
}
