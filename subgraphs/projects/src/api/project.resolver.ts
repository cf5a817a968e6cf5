import type { WriteSession } from '@nexus/kit/events';
import { type Answer, Emits, type GraphContext, mutate, Requires } from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type ProjectCommand, project } from '../domain/project.aggregate.js';
import type { GateFacts } from '../domain/project.phases.js';
import { completeBudget } from '../domain/project.rules.js';
import { takeProjectName } from '../guards/project-name.guard.js';
import { Project } from '../read/project.entity.js';
import { ProjectPayload } from './delivery.payloads.js';
import { managedProject, overrideAllowed } from './project.access.js';
import {
  ProjectCancelInput,
  ProjectChangePhaseInput,
  ProjectHoldInput,
  ProjectReopenInput,
  ProjectResumeInput,
  ProjectUpdateInput,
} from './project.inputs.js';
import { readBudget } from './project-create.resolver.js';

type Written = Promise<Answer<{ project: Project | undefined }>>;

/** Runs a command of whoever manages the project, and answers with the project. */
export async function manage(
  tx: WriteSession,
  id: string,
  command: ProjectCommand,
  path: readonly string[] = ['id'],
): Promise<{ project: Project | undefined }> {
  await managedProject(tx, id, path);
  await tx.run(project, id, command);
  return { project: await tx.row(Project, id) };
}

/** What gates ask of the tasks, as this transaction sees them. */
async function gateFacts(tx: WriteSession, projectId: string): Promise<GateFacts> {
  const [row] = await tx.sql<{ of_milestones: number; all: number }>(
    `SELECT count(*) AS all, count(milestone_id) AS of_milestones FROM projects.task
     WHERE project_id = $1 AND NOT archived AND completed_at IS NULL`,
    [projectId],
  );
  return { openTasks: row?.all ?? 0, openMilestoneTasks: row?.of_milestones ?? 0 };
}

@Resolver()
export class ProjectResolver {
  @Mutation(() => ProjectPayload, { description: 'Changes facts and budget of a project.' })
  @Requires('projects:manage')
  @Emits('projects.ProjectUpdated', 'projects.ProjectBudgetChanged')
  projectUpdate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectUpdateInput, { description: 'The changes.' })
    input: ProjectUpdateInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, expectedVersion, name, description, start, end, tags, budget } = input;
      const { clientId } = await managedProject(tx, id);
      const changes = {
        ...(name != null && { name: name.trim() }),
        ...(description !== undefined && { description }),
        ...(start != null && { start }),
        ...(end !== undefined && { end }),
        ...(tags != null && { tags }),
      };
      const read = budget ? readBudget(budget) : undefined;
      const command = {
        type: 'Update',
        changes,
        budget: read && completeBudget(read.kind, read.amount, read.cost),
      } as const;
      await tx.run(project, id, command, { expectedVersion });
      if (name != null) await takeProjectName(tx, { projectId: id, clientId, name });
      return { project: await tx.row(Project, id) };
    });
  }

  @Mutation(() => ProjectPayload, {
    description:
      'Moves a project one phase on, through the gate, or back with a reason. An open gate is passed with a reason by who may override.',
  })
  @Requires('projects:manage')
  @Emits('projects.ProjectPhaseChanged', 'projects.ProjectClosed')
  projectChangePhase(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectChangePhaseInput, { description: 'The step.' })
    input: ProjectChangePhaseInput,
  ): Written {
    return mutate(ctx, input, async (tx) => {
      const { id, to, reason = null } = input;
      const row = await managedProject(tx, id);
      const overrideReason = overrideAllowed(tx, row, input.overrideReason);
      const facts = await gateFacts(tx, id);
      return manage(tx, id, { type: 'ChangePhase', to, facts, reason, overrideReason });
    });
  }

  @Mutation(() => ProjectPayload, {
    description: 'Puts a project on hold: its phase stands still.',
  })
  @Requires('projects:manage')
  @Emits('projects.ProjectPutOnHold')
  projectHold(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectHoldInput, { description: 'Which, and why.' })
    input: ProjectHoldInput,
  ): Written {
    return mutate(ctx, input, (tx) => manage(tx, input.id, { type: 'Hold', reason: input.reason }));
  }

  @Mutation(() => ProjectPayload, { description: 'Takes up a project that was on hold.' })
  @Requires('projects:manage')
  @Emits('projects.ProjectResumed')
  projectResume(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectResumeInput, { description: 'Which one.' })
    input: ProjectResumeInput,
  ): Written {
    return mutate(ctx, input, (tx) => manage(tx, input.id, { type: 'Resume' }));
  }

  @Mutation(() => ProjectPayload, { description: 'Gives up a project.' })
  @Requires('projects:manage')
  @Emits('projects.ProjectCancelled', 'projects.ProjectPhaseChanged')
  projectCancel(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectCancelInput, { description: 'Which, and why.' })
    input: ProjectCancelInput,
  ): Written {
    return mutate(ctx, input, (tx) =>
      manage(tx, input.id, { type: 'Cancel', reason: input.reason }),
    );
  }

  @Mutation(() => ProjectPayload, {
    description:
      'Opens a closed or cancelled project within 90 days, in the phase it was in before.',
  })
  @Requires('projects:manage')
  @Emits('projects.ProjectReopened', 'projects.ProjectPhaseChanged')
  projectReopen(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectReopenInput, { description: 'Which, and why.' })
    input: ProjectReopenInput,
  ): Written {
    return mutate(ctx, input, (tx) =>
      manage(tx, input.id, { type: 'Reopen', reason: input.reason }),
    );
  }
}
