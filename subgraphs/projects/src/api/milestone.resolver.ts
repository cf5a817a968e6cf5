import { money, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  Emits,
  type GraphContext,
  MoneyType,
  mutate,
  Requires,
  readMoney,
  showMoney,
} from '@nexus/kit/graph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { type ProjectCommand, project } from '../domain/project.aggregate.js';
import { mayProject } from '../policies/project-actions.policy.js';
import { Milestone } from '../read/milestone.entity.js';
import { Project } from '../read/project.entity.js';
import { MilestoneStatusEnum } from '../read/project.enums.js';
import { MilestonePayload } from './delivery.payloads.js';
import {
  MilestoneAddInput,
  MilestoneReachInput,
  MilestoneRescheduleInput,
} from './milestone.inputs.js';
import { managedProject } from './project.access.js';

type Written = Promise<Answer<{ milestone: Milestone | undefined; project: Project | undefined }>>;

/** Runs a command on a milestone that exists, for whoever manages its project. */
async function onMilestone(tx: WriteSession, id: string, command: ProjectCommand) {
  const row = await tx.row(Milestone, id);
  if (!row) {
    return tx.refuse(violation('NOT_FOUND', 'There is no such milestone.', { path: ['id'] }));
  }
  await managedProject(tx, row.projectId);
  return answer(tx, row.projectId, id, command);
}

async function answer(tx: WriteSession, projectId: string, id: string, command: ProjectCommand) {
  await tx.run(project, projectId, command);
  return { milestone: await tx.row(Milestone, id), project: await tx.row(Project, projectId) };
}

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Mutation(() => MilestonePayload, { description: 'Plans a milestone of a project.' })
  @Requires('projects:manage')
  @Emits('projects.MilestoneAdded')
  milestoneAdd(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MilestoneAddInput, { description: 'The milestone.' })
    input: MilestoneAddInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { projectId, name, due, billableAmount, billablePercent = null, weight } = input;
      await managedProject(tx, projectId, ['projectId']);
      const milestoneId = ctx.newId('Milestone');
      return answer(tx, projectId, milestoneId, {
        type: 'AddMilestone',
        milestoneId,
        name,
        due,
        billableAmount: billableAmount ? readMoney(billableAmount, ['billableAmount']) : null,
        billablePercent,
        weight: weight ?? 1,
      });
    });
  }

  @Mutation(() => MilestonePayload, { description: 'Moves a milestone to another day.' })
  @Requires('projects:manage')
  @Emits('projects.MilestoneRescheduled')
  milestoneReschedule(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MilestoneRescheduleInput, { description: 'Which, when and why.' })
    input: MilestoneRescheduleInput,
  ): Written {
    const { id: milestoneId, due, reason } = input;
    return mutate(ctx, input, (tx) =>
      onMilestone(tx, milestoneId, { type: 'RescheduleMilestone', milestoneId, due, reason }),
    );
  }

  @Mutation(() => MilestonePayload, {
    description: 'Says that a milestone is reached; what it earns can be billed from then on.',
  })
  @Requires('projects:manage')
  @Emits('projects.MilestoneReached')
  milestoneReach(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => MilestoneReachInput, { description: 'Which, and when.' })
    input: MilestoneReachInput,
  ): Written {
    const { id: milestoneId, on } = input;
    return mutate(ctx, input, (tx) =>
      onMilestone(tx, milestoneId, { type: 'ReachMilestone', milestoneId, on: on ?? ctx.today }),
    );
  }

  @FieldResolver(() => MilestoneStatusEnum, { description: 'How far it is, today.' })
  status(@Root() { reachedOn, due }: Milestone, @Ctx() { today }: GraphContext) {
    if (reachedOn) return MilestoneStatusEnum.REACHED;
    return due < today ? MilestoneStatusEnum.MISSED : MilestoneStatusEnum.PLANNED;
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What is billed when it is reached; of a percent the amount it came to.',
  })
  billableAmount(@Root() { billableAmount, billableCurrency }: Milestone): MoneyType | null {
    if (billableAmount === null || billableCurrency === null) return null;
    return showMoney(money(billableAmount, billableCurrency));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller could move or reach it now.' })
  async viewerCanUpdate(
    @Root() { projectId, reachedOn }: Milestone,
    @Ctx() { read, principal, today }: GraphContext,
  ): Promise<boolean> {
    const project = reachedOn === null ? await read.row(Project, projectId) : undefined;
    return project !== undefined && mayProject(principal, 'milestones', project, today);
  }

  @FieldResolver(() => Project, { nullable: true, description: 'The project it belongs to.' })
  async project(@Root() { projectId }: Milestone, @Ctx() ctx: GraphContext) {
    return (await ctx.read.row(Project, projectId)) ?? null;
  }
}
