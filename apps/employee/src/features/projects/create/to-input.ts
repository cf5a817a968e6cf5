import type { ProjectCreateMutationVariables } from './project-create.generated.js';
import type { WizardValues } from './wizard.js';

export type ProjectCreateInput = ProjectCreateMutationVariables['input'];

/** What the graph is told of what the wizard gathered. */
export function toInput(values: WizardValues): ProjectCreateInput {
  const { clientId, name, code, description, kind, amount, cost, start, end, managerId } = values;
  const isBilled = clientId !== null && kind !== 'NON_BILLABLE';
  return {
    name: name.trim(),
    ...(clientId && { clientId: clientId.value }),
    ...(code.trim() && { code: code.trim() }),
    ...(description.trim() && { description: description.trim() }),
    ...(start && { start }),
    ...(end && { end }),
    ...(managerId && { managerId: managerId.id }),
    budget: {
      kind: isBilled ? kind : 'NON_BILLABLE',
      ...(isBilled && amount && { amount }),
      ...(cost && { cost }),
    },
  };
}
