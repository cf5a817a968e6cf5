import type { GraphContext } from '@nexus/kit/graph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { canComment } from '../policies/comment.policy.js';
import { canSeeInside } from '../policies/project.policy.js';
import { canPassGate, mayProject } from '../policies/project-actions.policy.js';
import { canReadFinance, canStartTime } from '../policies/time-entry.policy.js';
import { Project } from '../read/project.entity.js';

/** What the caller could do with a project now, by the policies that the mutations ask. */
@Resolver(() => Project)
export class ProjectAffordancesResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could change its facts and budget now.',
  })
  viewerCanUpdate(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'update', row, today);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller could move it to another phase now; its gate may still stand against it.',
  })
  viewerCanChangePhase(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'changePhase', row, today);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could put it on hold now.' })
  viewerCanHold(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'hold', row, today);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could let it go on now.' })
  viewerCanResume(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'resume', row, today);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could cancel it now.' })
  viewerCanCancel(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'cancel', row, today);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could open it again; it ended less than 90 days ago.',
  })
  viewerCanReopen(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'reopen', row, today);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could change who is in it now.',
  })
  viewerCanManageMembers(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'members', row, today);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could add, move and reach milestones now.',
  })
  viewerCanManageMilestones(
    @Root() row: Project,
    @Ctx() { principal, today }: GraphContext,
  ): boolean {
    return mayProject(principal, 'milestones', row, today);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could change the columns of its board now.',
  })
  viewerCanManageBoard(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return mayProject(principal, 'board', row, today);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could pass an open gate now, with a reason.',
  })
  viewerCanPassGate(@Root() row: Project, @Ctx() { principal, today }: GraphContext): boolean {
    return canPassGate(principal, row, today);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller sees budget, costs and profit.',
  })
  viewerCanSeeFinance(@Root() row: Project, @Ctx() { principal }: GraphContext): boolean {
    return canReadFinance(principal, row);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller sees its team, gate and activity: staff, not clients.',
  })
  viewerCanSeeInside(@Root() row: Project, @Ctx() { principal }: GraphContext): boolean {
    return canSeeInside(principal, row);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller may speak in it.' })
  viewerCanComment(@Root() row: Project, @Ctx() { principal }: GraphContext): boolean {
    return canComment(principal, row);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller could write down time of today for it.',
  })
  viewerCanLogTime(@Root() row: Project, @Ctx() { principal }: GraphContext): boolean {
    return canStartTime(principal, row);
  }
}
