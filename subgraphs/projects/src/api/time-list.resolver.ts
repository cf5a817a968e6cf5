import {
  Authenticated,
  ConnectionArgs,
  filterSql,
  type GraphContext,
  Public,
  Requires,
} from '@nexus/kit/graph';
import { allOf, type OrderTerm, type Page, paginate, type Sql, sql } from '@nexus/kit/read';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { canReadProject } from '../policies/project.policy.js';
import { canReadTask } from '../policies/task.policy.js';
import { Project } from '../read/project.entity.js';
import { Task } from '../read/task.entity.js';
import { TimeEntry } from '../read/time-entry.entity.js';
import { Timesheet } from '../read/timesheet.entity.js';
import { UserRef } from './stubs.js';
import { approvableTime, followBilling, visibleTime } from './time-access.js';
import { TimeEntryFilter, TimeEntryOrder } from './time-inputs.js';
import { TimeEntryConnection } from './time-payloads.js';

function byDate(direction: 'ASC' | 'DESC'): OrderTerm<TimeEntry> {
  return { expression: 't.date', type: 'date', direction, value: (row) => row.date };
}

function wanted(filter: TimeEntryFilter | null | undefined): Sql {
  return allOf(
    ...filterSql(sql`t.user_id`, filter?.userId),
    ...filterSql(sql`t.project_id`, filter?.projectId),
    ...filterSql(sql`t.task_id`, filter?.taskId),
    ...filterSql(sql`t.date`, filter?.date),
    filter?.status ? sql`t.status = ANY (${filter.status})` : undefined,
    filter?.billable == null ? undefined : sql`t.billable = ${filter.billable}`,
    filter?.running == null ? undefined : sql`t.running = ${filter.running}`,
  );
}

@Resolver(() => TimeEntry)
export class TimeListResolver {
  @Query(() => TimeEntryConnection, {
    description: 'The time within reach, newest first unless ordered otherwise.',
  })
  @Authenticated()
  @Public()
  async timeEntries(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => TimeEntryFilter, { nullable: true, description: 'Which ones.' })
    filter?: TimeEntryFilter,
    @Arg('orderBy', () => [TimeEntryOrder], { nullable: true, description: 'In which order.' })
    orderBy?: TimeEntryOrder[],
  ): Promise<Page<TimeEntry>> {
    await followBilling(ctx);
    return paginate(ctx.read, {
      entity: TimeEntry,
      where: allOf(await visibleTime(ctx), wanted(filter)),
      orderBy: [byDate(orderBy?.[0]?.direction ?? 'DESC')],
      args,
    });
  }

  @Query(() => TimeEntryConnection, {
    description: 'The handed-in time that waits for the caller’s approval, oldest first.',
  })
  @Requires('projects:time:approve')
  @Public()
  async timeApprovals(
    @Ctx() ctx: GraphContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => TimeEntryFilter, { nullable: true, description: 'Which ones.' })
    filter?: TimeEntryFilter,
  ): Promise<Page<TimeEntry>> {
    return paginate(ctx.read, {
      entity: TimeEntry,
      where: allOf(sql`t.status = 'SUBMITTED'`, await approvableTime(ctx), wanted(filter)),
      orderBy: [byDate('ASC')],
      args,
    });
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'Who worked.' })
  user(@Root() { userId }: TimeEntry): UserRef {
    return { id: userId };
  }

  @FieldResolver(() => UserRef, { nullable: true, description: 'Who approved it.' })
  approvedBy(@Root() { approvedById }: TimeEntry): UserRef | null {
    return approvedById ? { id: approvedById } : null;
  }

  @FieldResolver(() => Project, { nullable: true, description: 'The project worked on.' })
  async project(
    @Root() { projectId }: TimeEntry,
    @Ctx() ctx: GraphContext,
  ): Promise<Project | null> {
    const row = await ctx.read.row(Project, projectId);
    return row && canReadProject(ctx.principal, row) ? row : null;
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task worked on.' })
  async task(
    @Root() { taskId, projectId }: TimeEntry,
    @Ctx() ctx: GraphContext,
  ): Promise<Task | null> {
    const row = taskId ? await ctx.read.row(Task, taskId) : undefined;
    const project = row && (await ctx.read.row(Project, projectId));
    return project && canReadTask(ctx.principal, project, row) ? row : null;
  }

  @FieldResolver(() => Timesheet, {
    nullable: true,
    description: 'The week it belongs to; null while its timer runs.',
  })
  async timesheet(
    @Root() { timesheetId }: TimeEntry,
    @Ctx() ctx: GraphContext,
  ): Promise<Timesheet | null> {
    return timesheetId ? ((await ctx.read.row(Timesheet, timesheetId)) ?? null) : null;
  }
}
