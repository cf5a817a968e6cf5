/** One tab: a file of codegen/documents/flow, and variables worth running it with. */
export interface FlowStep {
  readonly document: string;
  readonly variables?: object;
}

const byProject = { projectId: '{{project.id}}' };

/** From a client to a paid invoice, in the order in which it is done; then what to watch live. */
export const flow: readonly FlowStep[] = [
  { document: 'viewer' },
  {
    document: 'sign-in',
    variables: {
      input: { email: '{{demo.manager.email}}', password: '{{demo.manager.password}}' },
    },
  },
  {
    document: 'client-create',
    variables: { input: { name: 'Harbour & Lane', currency: 'EUR' } },
  },
  {
    document: 'project-create',
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
    variables: { input: { ...byProject, userId: '{{demo.employee.id}}', role: 'MEMBER' } },
  },
  {
    document: 'task-create',
    variables: { input: { ...byProject, title: 'Sketch the landing page' } },
  },
  {
    document: 'time-entry-log',
    variables: {
      input: {
        ...byProject,
        taskId: '{{task.id}}',
        date: '{{today}}',
        minutes: 180,
        note: 'First sketches',
        billable: true,
      },
    },
  },
  { document: 'timesheet-submit', variables: { input: { week: '{{week}}' } } },
  { document: 'time-entry-approve', variables: { input: { ids: ['{{timeEntry.id}}'] } } },
  {
    document: 'invoice-draft-create',
    variables: {
      input: {
        clientId: '{{client.id}}',
        ...byProject,
        upTo: '{{today}}',
        idempotencyKey: '{{new-key}}',
      },
    },
  },
  {
    document: 'invoice-finalize',
    variables: { input: { id: '{{invoice.id}}', idempotencyKey: '{{new-key}}' } },
  },
  {
    document: 'invoice-pay',
    variables: {
      input: {
        id: '{{invoice.id}}',
        amount: { amount: '{{invoice.total.amount}}', currency: '{{invoice.total.currency}}' },
        method: { sandbox: 'tok_visa' },
        idempotencyKey: '{{new-key}}',
      },
    },
  },
  { document: 'project-overview', variables: { id: '{{project.id}}' } },
  { document: 'board-changed', variables: byProject },
  { document: 'time-entry-approved', variables: byProject },
  { document: 'invoice-paid', variables: { clientId: '{{client.id}}' } },
];
