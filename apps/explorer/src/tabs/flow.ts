/** One tab: a file of codegen/documents/flow, and variables worth running it with. */
export interface FlowStep {
  readonly document: string;
  /** The demo's role that it is meant for; none where anybody may run it. */
  readonly role?: string;
  readonly variables?: object;
}

const byProject = { projectId: '{{project.id}}' };

/**
 * From a client to a paid invoice, in the order in which it is done. What is watched live stands
 * ahead of what it shows; what a reader is invited to change stands first in its variables.
 */
export const flow: readonly FlowStep[] = [
  { document: 'viewer' },
  {
    document: 'client-create',
    role: 'manager',
    variables: { input: { name: 'Harbour & Lane {{time}}', currency: 'EUR' } },
  },
  {
    document: 'project-create',
    role: 'manager',
    variables: {
      input: {
        name: 'Website relaunch',
        clientId: '{{client.id}}',
        start: '{{today-7}}',
        end: '{{today+90}}',
        budget: {
          kind: 'TIME_AND_MATERIALS',
          amount: { amount: '24000.00', currency: 'EUR' },
        },
      },
    },
  },
  {
    document: 'project-member-add',
    role: 'manager',
    variables: { input: { role: 'MEMBER', ...byProject, userId: '{{demo.employee.id}}' } },
  },
  { document: 'board-changed', role: 'manager', variables: byProject },
  {
    document: 'task-create',
    role: 'manager',
    variables: { input: { title: 'Sketch the landing page', ...byProject } },
  },
  {
    document: 'time-entry-log',
    role: 'employee',
    variables: {
      input: {
        minutes: 180,
        note: 'First sketches',
        date: '{{today}}',
        billable: true,
        ...byProject,
        taskId: '{{task.id}}',
      },
    },
  },
  { document: 'timesheet-submit', role: 'employee', variables: { input: { week: '{{week}}' } } },
  { document: 'time-entry-approved', role: 'manager', variables: byProject },
  {
    document: 'time-entry-approve',
    role: 'manager',
    variables: { input: { ids: ['{{timeEntry.id}}'] } },
  },
  {
    document: 'invoice-draft-create',
    role: 'manager',
    variables: {
      input: {
        upTo: '{{today}}',
        clientId: '{{client.id}}',
        ...byProject,
        idempotencyKey: '{{new-key}}',
      },
    },
  },
  {
    document: 'invoice-finalize',
    role: 'manager',
    variables: { input: { id: '{{invoice.id}}', idempotencyKey: '{{new-key}}' } },
  },
  { document: 'invoice-paid', role: 'manager', variables: { clientId: '{{client.id}}' } },
  {
    document: 'invoice-pay',
    role: 'manager',
    variables: {
      input: {
        method: { sandbox: 'tok_visa' },
        id: '{{invoice.id}}',
        amount: { amount: '{{invoice.total.amount}}', currency: '{{invoice.total.currency}}' },
        idempotencyKey: '{{new-key}}',
      },
    },
  },
  { document: 'project-overview', role: 'manager', variables: { id: '{{project.id}}' } },
];
