import type { GraphContext } from '@nexus/kit/graph';
import { ConnectionArgs } from '@nexus/kit/graph';
import type { Page } from '@nexus/kit/read';
import { sql } from '@nexus/kit/read';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { ProjectPhase, ProjectRole } from '../../events.d.ts';
import { type GateItem, PHASE_STEPS } from '../domain/project.phases.js';
import { isEnded } from '../domain/project.state.js';
import { canManageProject, canSeeInside } from '../policies/project.policy.js';
import { canWorkOn } from '../policies/task.policy.js';
import { type Activity, ActivityConnection } from '../read/activity.entity.js';
import { ProjectMember } from '../read/member.entity.js';
import { Milestone } from '../read/milestone.entity.js';
import { Project } from '../read/project.entity.js';
import { GateItemEnum, ProjectPhaseEnum, ProjectRoleEnum } from '../read/project.enums.js';
import { type Task, TaskConnection } from '../read/task.entity.js';
import { listActivity } from './activity.list.js';
import { gateOf, membersOf, milestonesOf, progressOf } from './project.loaders.js';
import { ClientRef, UserRef } from './stubs.js';
import { TaskFilter, TaskOrder } from './task.inputs.js';
import { listTasks } from './task.list.js';

@ObjectType('GateCheck', { description: 'One item of a gate.', simpleResolvers: true })
export class GateCheck {
  @Field(() => GateItemEnum, { description: 'What must hold.' })
  item!: GateItem;

  @Field(() => Boolean, { description: 'Whether it holds now.' })
  met!: boolean;
}

@ObjectType('GateStatus', {
  description: 'What stands between a project and its next phase.',
  simpleResolvers: true,
})
export class GateStatus {
  @Field(() => ProjectPhaseEnum, { description: 'The next phase.' })
  to!: ProjectPhase;

  @Field(() => Boolean, { description: 'Whether everything holds.' })
  isMet!: boolean;

  @Field(() => [GateCheck], { description: 'What is checked.' })
  items!: GateCheck[];
}

@Resolver(() => Project)
export class ProjectFieldsResolver {
  @FieldResolver(() => ClientRef, {
    nullable: true,
    description: 'The client; null for internal work.',
  })
  client(@Root() { clientId }: Project): ClientRef | null {
    return clientId === null ? null : { id: clientId };
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'Who answers for it.' })
  manager(@Root() { managerId }: Project): UserRef {
    return { id: managerId };
  }

  @FieldResolver(() => Boolean, { description: 'Whether it stands still for now.' })
  isOnHold(@Root() { holdReason }: Project): boolean {
    return holdReason !== null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it is on hold; not for clients.',
  })
  holdReason(@Root() project: Project, @Ctx() { principal }: GraphContext): string | null {
    return canSeeInside(principal, project) ? project.holdReason : null;
  }

  @FieldResolver(() => [ProjectMember], { description: 'Who is in it now; empty for clients.' })
  members(@Root() project: Project, @Ctx() ctx: GraphContext): Promise<ProjectMember[]> | [] {
    return canSeeInside(ctx.principal, project) ? membersOf(ctx, project.id) : [];
  }

  @FieldResolver(() => ProjectRoleEnum, {
    nullable: true,
    description: 'What the caller is in it.',
  })
  async viewerRole(@Root() { id }: Project, @Ctx() ctx: GraphContext): Promise<ProjectRole | null> {
    const members = await membersOf(ctx, id);
    return members.find(({ userId }) => userId === ctx.principal.subject)?.role ?? null;
  }

  @FieldResolver(() => [Milestone], { description: 'Its milestones, by day.' })
  milestones(@Root() { id }: Project, @Ctx() ctx: GraphContext): Promise<Milestone[]> {
    return milestonesOf(ctx, id);
  }

  @FieldResolver(() => Float, {
    description: 'Share of the work that is done, 0 to 1: by points, else estimates, else tasks.',
  })
  async progress(@Root() { id }: Project, @Ctx() ctx: GraphContext): Promise<number> {
    return (await progressOf(ctx, id)) ?? 0;
  }

  @FieldResolver(() => GateStatus, {
    nullable: true,
    description:
      'What stands between it and its next phase; null once it has ended, and for clients.',
  })
  async gate(@Root() project: Project, @Ctx() ctx: GraphContext): Promise<GateStatus | null> {
    if (isEnded(project.phase) || !canSeeInside(ctx.principal, project)) return null;
    const items = await gateOf(ctx, project, project.phase);
    const to = PHASE_STEPS[project.phase].forward;
    return { to, isMet: items.every(({ met }) => met), items };
  }

  @FieldResolver(() => TaskConnection, {
    description: 'Its tasks, by number unless ordered otherwise.',
  })
  tasks(
    @Root() { id }: Project,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => TaskFilter, { nullable: true, description: 'Which ones.' })
    filter?: TaskFilter,
    @Arg('search', () => String, { nullable: true, description: 'Words of title or number.' })
    search?: string,
    @Arg('orderBy', () => [TaskOrder], { nullable: true, description: 'In which order.' })
    orderBy?: TaskOrder[],
    @Arg('includeArchived', () => Boolean, {
      defaultValue: false,
      description: 'Archived ones too.',
    })
    includeArchived = false,
  ): Promise<Page<Task>> {
    return listTasks(ctx, { args, filter, search, orderBy, includeArchived, projectId: id });
  }

  @FieldResolver(() => ActivityConnection, {
    description: 'What happened in it, the newest first; for clients what they may know.',
  })
  activity(
    @Root() { id }: Project,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<Activity>> {
    return listActivity(ctx, args, sql`t.project_id = ${id}`);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may change it.' })
  viewerCanManage(@Root() project: Project, @Ctx() { principal }: GraphContext): boolean {
    return !isEnded(project.phase) && canManageProject(principal, project);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may create and change tasks.' })
  viewerCanWork(@Root() project: Project, @Ctx() { principal }: GraphContext): boolean {
    return !isEnded(project.phase) && canWorkOn(principal, project);
  }
}
