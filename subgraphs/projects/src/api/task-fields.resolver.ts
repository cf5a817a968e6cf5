import { ConnectionArgs, DateTimeScalar, type GraphContext } from '@nexus/kit/graph';
import { type Page, sql } from '@nexus/kit/read';
import { Args, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { canSeeInside } from '../policies/project.policy.js';
import { type Activity, ActivityConnection } from '../read/activity.entity.js';
import { BoardColumn } from '../read/board-column.entity.js';
import { Dependency } from '../read/dependency.entity.js';
import { Milestone } from '../read/milestone.entity.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';
import { listActivity } from './activity.list.js';
import { UserRef } from './stubs.js';
import {
  descriptionOf,
  loggedMinutesOf,
  predecessorsOf,
  subtasksOf,
  successorsOf,
} from './task.loaders.js';

@ObjectType('Blocked', { description: 'Why a task cannot go on.' })
export class Blocked {
  @Field(() => String, { description: 'The reason.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;

  @Field(() => UserRef, { nullable: true, description: 'Who said so.' })
  by!: UserRef;
}

@Resolver(() => Task)
export class TaskFieldsResolver {
  @FieldResolver(() => Project, { description: 'The project.' })
  project(@Root() { projectId }: Task, @Ctx() ctx: GraphContext) {
    return ctx.read.row(Project, projectId);
  }

  @FieldResolver(() => BoardColumn, {
    nullable: true,
    description: 'The column it is in; of an archived task the column may be gone.',
  })
  async column(@Root() { columnId }: Task, @Ctx() ctx: GraphContext) {
    return (await ctx.read.row(BoardColumn, columnId)) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'More about it.' })
  description(@Root() task: Task, @Ctx() ctx: GraphContext): Promise<string | null> {
    return descriptionOf(ctx, task);
  }

  @FieldResolver(() => [UserRef], { nullable: 'items', description: 'Who works on it.' })
  assignees(@Root() { assigneeIds }: Task): UserRef[] {
    return assigneeIds.map((id) => ({ id }));
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'Who created it.' })
  reporter(@Root() { reporterId }: Task): UserRef {
    return { id: reporterId };
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task that it is a part of.' })
  async parent(@Root() { parentId }: Task, @Ctx() ctx: GraphContext): Promise<Task | null> {
    return parentId === null ? null : ((await ctx.read.row(Task, parentId)) ?? null);
  }

  @FieldResolver(() => [Task], { description: 'Its parts, archived ones left out.' })
  subtasks(@Root() { id }: Task, @Ctx() ctx: GraphContext): Promise<Task[]> {
    return subtasksOf(ctx, id);
  }

  @FieldResolver(() => [Dependency], { description: 'What it waits for.' })
  predecessors(@Root() { id }: Task, @Ctx() ctx: GraphContext): Promise<Dependency[]> {
    return predecessorsOf(ctx, id);
  }

  @FieldResolver(() => [Dependency], { description: 'What waits for it.' })
  successors(@Root() { id }: Task, @Ctx() ctx: GraphContext): Promise<Dependency[]> {
    return successorsOf(ctx, id);
  }

  @FieldResolver(() => Milestone, { nullable: true, description: 'The milestone it belongs to.' })
  async milestone(@Root() { milestoneId }: Task, @Ctx() ctx: GraphContext) {
    return milestoneId === null ? null : ((await ctx.read.row(Milestone, milestoneId)) ?? null);
  }

  @FieldResolver(() => Blocked, {
    nullable: true,
    description: 'Why it cannot go on, if it cannot.',
  })
  blocked(@Root() { blockedReason, blockedBy, blockedSince }: Task): Blocked | null {
    if (blockedReason === null || blockedBy === null || blockedSince === null) return null;
    return { reason: blockedReason, since: blockedSince, by: { id: blockedBy } };
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is open after the day it was due.' })
  isOverdue(@Root() { due, completedAt }: Task, @Ctx() { today }: GraphContext): boolean {
    return due !== null && completedAt === null && due < today;
  }

  @FieldResolver(() => Int, {
    description: 'Percent that is done: by its parts, else by its checklist, else all or nothing.',
  })
  async progress(@Root() task: Task, @Ctx() ctx: GraphContext): Promise<number> {
    if (task.completedAt !== null) return 100;
    const parts = await subtasksOf(ctx, task.id);
    const steps = parts.length > 0 ? parts.map((part) => part.completedAt !== null) : undefined;
    const ticks = steps ?? task.checklist.map(({ checked }) => checked);
    if (ticks.length === 0) return 0;
    return Math.round((ticks.filter(Boolean).length / ticks.length) * 100);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Minutes worked on it by everybody, approved or not; null for clients.',
  })
  async loggedMinutes(
    @Root() { id, projectId }: Task,
    @Ctx() ctx: GraphContext,
  ): Promise<number | null> {
    const project = await ctx.read.row(Project, projectId);
    if (!project || !canSeeInside(ctx.principal, project)) return null;
    return loggedMinutesOf(ctx, id);
  }

  @FieldResolver(() => ActivityConnection, {
    description: 'What happened to it, the newest first; for clients what they may know.',
  })
  activity(
    @Root() { id }: Task,
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<Activity>> {
    return listActivity(ctx, args, sql`t.task_id = ${id}`);
  }
}

@Resolver(() => Dependency)
export class DependencyFieldsResolver {
  @FieldResolver(() => Task, { nullable: true, description: 'The task that is waited for.' })
  async predecessor(@Root() { fromId }: Dependency, @Ctx() ctx: GraphContext) {
    return (await ctx.read.row(Task, fromId)) ?? null;
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task that waits.' })
  async successor(@Root() { toId }: Dependency, @Ctx() ctx: GraphContext) {
    return (await ctx.read.row(Task, toId)) ?? null;
  }
}
