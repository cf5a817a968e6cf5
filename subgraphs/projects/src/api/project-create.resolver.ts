import { type Money, violation } from '@nexus/kit/domain';
import type { WriteSession } from '@nexus/kit/events';
import {
  type Answer,
  Emits,
  type GraphContext,
  mutate,
  Public,
  Requires,
  readMoney,
} from '@nexus/kit/graph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { BudgetKind } from '../../events.d.ts';
import { board } from '../domain/board.aggregate.js';
import { project } from '../domain/project.aggregate.js';
import { codeFindings, codePrefix, completeBudget } from '../domain/project.rules.js';
import { openColumns } from '../guards/column-count.guard.js';
import { takeFreeCode, takeProjectCode, takeProjectName } from '../guards/project-name.guard.js';
import { canCreateProject } from '../policies/project.policy.js';
import type { KnownClient } from '../read/neighbours.entity.js';
import { Project } from '../read/project.entity.js';
import { ProjectPayload } from './delivery.payloads.js';
import { knownClient, knownPerson, staffOnly } from './project.access.js';
import { type ProjectBudgetInput, ProjectCreateInput } from './project.inputs.js';

/** Amounts of a budget as money. */
export function readBudget(input: ProjectBudgetInput): {
  kind: BudgetKind;
  amount: Money | null;
  cost: Money | null;
} {
  const { kind, amount, cost } = input;
  return {
    kind,
    amount: amount ? readMoney(amount, ['budget', 'amount']) : null,
    cost: cost ? readMoney(cost, ['budget', 'cost']) : null,
  };
}

/** The client a project is for. Refuses one that is unknown or archived. */
function usableClient(
  tx: WriteSession,
  input: ProjectCreateInput,
  client: KnownClient | undefined,
): KnownClient | null {
  if (input.clientId == null) return null;
  const path = ['clientId'];
  if (!client) {
    return tx.refuse(violation('REFERENCE_UNKNOWN', 'There is no such client.', { path }));
  }
  if (!client.archived) return client;
  return tx.refuse(violation('REFERENCE_ARCHIVED', 'The client is archived.', { path }));
}

async function takeCode(
  tx: WriteSession,
  projectId: string,
  wanted: string | null | undefined,
  client: KnownClient | null,
): Promise<string> {
  if (wanted == null) return takeFreeCode(tx, projectId, codePrefix(client?.name ?? null));
  const findings = codeFindings(wanted);
  if (findings.length > 0) tx.refuse(...findings);
  await takeProjectCode(tx, projectId, wanted);
  return wanted;
}

@Resolver()
export class ProjectCreateResolver {
  @Mutation(() => ProjectPayload, {
    description: 'Creates a project in DISCOVERY with its board; time can be logged at once.',
  })
  @Requires('projects:manage')
  @Emits('projects.ProjectCreated', 'projects.ProjectMemberAdded', 'projects.ColumnAdded')
  @Public()
  async projectCreate(
    @Ctx() ctx: GraphContext,
    @Arg('input', () => ProjectCreateInput, { description: 'The project.' })
    input: ProjectCreateInput,
  ): Promise<Answer<{ project: Project | undefined }>> {
    const self = ctx.principal.type === 'user' ? ctx.principal.subject : null;
    const managerId = input.managerId ?? self;
    const known = input.clientId == null ? undefined : await knownClient(ctx, input.clientId);
    const manager = managerId && managerId !== self ? await knownPerson(ctx, managerId) : undefined;
    const tenant = await ctx.tenant();
    return mutate(ctx, input, async (tx) => {
      if (!managerId) {
        return tx.refuse(
          violation('INPUT_REQUIRED', 'Say who manages it.', { path: ['managerId'] }),
        );
      }
      if (managerId !== self) staffOnly(tx, manager, ['managerId']);
      const client = usableClient(tx, input, known);
      const clientId = client?.id ?? null;
      if (!canCreateProject(ctx.principal, { clientId, managerId })) {
        return tx.refuse(violation('NOT_ALLOWED', 'You may not create this project.'));
      }
      const { kind, amount, cost } = input.budget
        ? readBudget(input.budget)
        : ({
            kind: client ? 'TIME_AND_MATERIALS' : 'NON_BILLABLE',
            amount: null,
            cost: null,
          } as const);
      const projectId = ctx.newId('Project');
      const code = await takeCode(tx, projectId, input.code, client);
      await tx.run(project, projectId, {
        type: 'Create',
        projectId,
        clientId,
        code,
        name: input.name.trim(),
        description: input.description ?? null,
        managerId,
        start: input.start ?? ctx.today,
        end: input.end ?? null,
        currency: amount?.currency ?? cost?.currency ?? client?.currency ?? tenant.currency,
        budget: completeBudget(kind, amount, cost),
        tags: input.tags ?? [],
      });
      await takeProjectName(tx, { projectId, clientId, name: input.name });
      const opened = await tx.run(board, projectId, { type: 'Open', projectId, clientId });
      await openColumns(tx, opened.state.kind === 'open' ? Object.keys(opened.state.columns) : []);
      return { project: await tx.row(Project, projectId) };
    });
  }
}
