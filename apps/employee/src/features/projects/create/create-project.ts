import type { ServerError } from '@nexus/ui/forms/server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import type { Client } from 'urql';
import { ProjectMemberAddDocument } from '../page/project-member-add.generated.js';
import { ProjectCreateDocument } from './project-create.generated.js';
import { type ProjectCreateInput, toInput } from './to-input.js';
import type { WizardValues } from './wizard.js';

interface Created {
  readonly errors: readonly ServerError[];
  /** Given once it is there with everybody in it. */
  readonly projectId?: string;
}

/**
 * Makes the project and takes its people in. Sent again after a fault, it is still one project.
 * @throws GraphFault
 */
export async function createProject(
  graph: Client,
  values: WizardValues,
  keyOf: (input: object) => string,
): Promise<Created> {
  const input: ProjectCreateInput = toInput(values);
  const { projectCreate } = await mutate(graph, ProjectCreateDocument, {
    input: { ...input, idempotencyKey: keyOf(input) },
  });
  const projectId = projectCreate.project?.id;
  if (!projectId) return { errors: projectCreate.errors };
  for (const { id: userId } of values.members) {
    if (userId === values.managerId?.id) continue;
    const member = { projectId, userId, role: 'MEMBER' as const };
    const { projectMemberAdd } = await mutate(graph, ProjectMemberAddDocument, {
      input: { ...member, idempotencyKey: keyOf(member) },
    });
    if (projectMemberAdd.errors.length > 0) return { errors: projectMemberAdd.errors };
  }
  return { errors: [], projectId };
}
