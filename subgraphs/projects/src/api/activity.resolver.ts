import { ConnectionArgs, type GraphContext, Requires } from '@nexus/kit/graph';
import { type Page, sql } from '@nexus/kit/read';
import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { FieldChange } from '../read/activity.changes.js';
import { Activity, ActivityConnection } from '../read/activity.entity.js';
import { BoardColumn } from '../read/board-column.entity.js';
import { TaskComment } from '../read/comment.entity.js';
import { Milestone } from '../read/milestone.entity.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';
import { listActivity } from './activity.list.js';
import { visibleProjectIds } from './project.access.js';
import { UserRef } from './stubs.js';

@ObjectType('ActivityChange', {
  description: 'A field that changed. Columns, milestones and tasks are given by name.',
  simpleResolvers: true,
})
export class ActivityChange {
  @Field(() => String, { description: 'Which one.' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it was; null where it was empty, or the log does not say.',
  })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is; null where it is empty.' })
  to!: string | null;
}

/** How the thing that an id names is called; null where it is gone, or out of reach. */
type Naming = (ctx: GraphContext, id: string) => Promise<string | null>;

const task: Naming = async ({ read }, id) => (await read.row(Task, id))?.number ?? null;
const milestone: Naming = async ({ read }, id) => (await read.row(Milestone, id))?.name ?? null;
const column: Naming = async ({ read }, id) => (await read.row(BoardColumn, id))?.name ?? null;

const NAMINGS: Readonly<Record<string, Naming>> = {
  column,
  milestone,
  milestoneId: milestone,
  parentId: task,
  dependency: task,
};

async function named(ctx: GraphContext, { field, from, to }: FieldChange): Promise<ActivityChange> {
  const name = async (id: string | null) =>
    id === null ? null : (NAMINGS[field]?.(ctx, id) ?? id);
  return { field, from: await name(from), to: await name(to) };
}

@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => ActivityConnection, {
    description:
      'What happened in the projects within reach, the newest first; for clients what they may know.',
  })
  @Requires('projects:read')
  async activities(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<Activity>> {
    const projects = await visibleProjectIds(ctx);
    return listActivity(ctx, args, projects ? sql`t.project_id = ANY (${projects})` : sql`true`);
  }

  @FieldResolver(() => [ActivityChange], { description: 'What became what.' })
  changes(@Root() { changes }: Activity, @Ctx() ctx: GraphContext): Promise<ActivityChange[]> {
    return Promise.all(changes.map((change) => named(ctx, change)));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The reason that was given; not for clients.',
  })
  reason(@Root() { reason }: Activity, @Ctx() { principal }: GraphContext): string | null {
    return principal.kind === 'CLIENT' ? null : reason;
  }

  @FieldResolver(() => Project, { nullable: true, description: 'The project it happened in.' })
  async project(@Root() { projectId }: Activity, @Ctx() { read }: GraphContext) {
    return (await read.row(Project, projectId)) ?? null;
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task it happened to, if any.' })
  async task(@Root() { taskId }: Activity, @Ctx() { read }: GraphContext): Promise<Task | null> {
    return taskId === null ? null : ((await read.row(Task, taskId)) ?? null);
  }

  @FieldResolver(() => TaskComment, { nullable: true, description: 'What was said, if anything.' })
  async comment(@Root() { commentId }: Activity, @Ctx() { read }: GraphContext) {
    return commentId === null ? null : ((await read.row(TaskComment, commentId)) ?? null);
  }

  @FieldResolver(() => UserRef, {
    nullable: true,
    description: 'Who did it, where a person did; for clients none but themselves.',
  })
  user(
    @Root() { actorType, actorId }: Activity,
    @Ctx() { principal }: GraphContext,
  ): UserRef | null {
    const hidden = principal.kind === 'CLIENT' && actorId !== principal.subject;
    return actorType === 'user' && !hidden ? { id: actorId } : null;
  }

  @FieldResolver(() => [UserRef], {
    nullable: 'items',
    description: 'Whom it was about: who was assigned, added or called upon. None for clients.',
  })
  people(@Root() { personIds }: Activity, @Ctx() { principal }: GraphContext): UserRef[] {
    return principal.kind === 'CLIENT' ? [] : personIds.map((id) => ({ id }));
  }
}
