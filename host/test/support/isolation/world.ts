import { randomUUID } from 'node:crypto';
import { encodeId, PLATFORM_TENANT } from '@nexus/kit/domain';
import { day, isoWeek } from '../calendar.js';
import { Caller } from '../caller.js';
import type { House } from '../house.js';
import type { Slug } from '../people.js';
import { joinPortal } from '../portal.js';
import { finalized, key, newClient, newDraft, newProject, newTask } from '../work.js';

interface Id {
  readonly id: string;
}

/** One real thing of each kind that an argument can name. */
export type World = Readonly<Record<Kind, string>>;
export type Kind =
  | 'client'
  | 'contact'
  | 'billingAccount'
  | 'project'
  | 'column'
  | 'otherColumn'
  | 'task'
  | 'otherTask'
  | 'checklistItem'
  | 'otherChecklistItem'
  | 'comment'
  | 'milestone'
  | 'timeEntry'
  | 'ownTimeEntry'
  | 'timesheet'
  | 'invoice'
  | 'line'
  | 'payment'
  | 'paidInvoice'
  | 'paidLine'
  | 'user'
  | 'manager'
  | 'membership'
  | 'invitation'
  | 'session'
  | 'memberSession'
  | 'tenant'
  | 'parkedEvent'
  | 'otherParkedEvent'
  | 'request'
  | 'mail';

/** The session that a token speaks of. */
function sessionOf(token: string): string {
  const [, claims = ''] = token.split('.');
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sid: string }).sid;
}

/** Tasks with everything that hangs on them, among it what each filter can ask for. */
async function planned(admin: Caller, projectId: string, userId: string) {
  const task = await newTask(admin, projectId);
  const otherTask = await newTask(admin, projectId);
  const add = (text: string) =>
    admin.do<{ task: { checklist: Id[] } }>(
      'checklistItemAdd',
      { taskId: task, text },
      'task { checklist { id } }',
    );
  await add('First');
  const { checklist } = (await add('Second')).task;
  const { comment } = await admin.do<{ comment: Id }>(
    'taskCommentAdd',
    { taskId: task, body: 'Between us' },
    'comment { id }',
  );
  const { milestone } = await admin.do<{ milestone: Id }>(
    'milestoneAdd',
    { projectId, name: 'Launch', due: day(20) },
    'milestone { id }',
  );
  await newTask(admin, projectId, {
    parentId: otherTask,
    milestoneId: milestone.id,
    assigneeIds: [userId],
  });
  const { project } = await admin.query<{ project: { board: { columns: Id[] } } }>(
    'query ($id: ID!) { project(id: $id) { board { columns { id } } } }',
    { id: projectId },
  );
  const [column, otherColumn] = project.board.columns;
  return {
    task,
    otherTask,
    checklistItem: checklist[0]?.id ?? '',
    otherChecklistItem: checklist[1]?.id ?? '',
    comment: comment.id,
    milestone: milestone.id,
    column: column?.id ?? '',
    otherColumn: otherColumn?.id ?? '',
  };
}

async function billed(admin: Caller, clientId: string, projectId: string) {
  const invoice = await newDraft(admin, clientId, { projectId });
  const lineOf = async (id: string) => {
    const found = await admin.query<{ invoice: { lines: { nodes: Id[] } } }>(
      'query ($id: ID!) { invoice(id: $id) { lines { nodes { id } } } }',
      { id },
    );
    return found.invoice.lines.nodes[0]?.id ?? '';
  };
  const { client } = await admin.query<{ client: { billingAccount: Id } }>(
    'query ($id: ID!) { client(id: $id) { billingAccount { id } } }',
    { id: clientId },
  );
  const open = await finalized(admin, await newDraft(admin, clientId));
  const { payment } = await admin.do<{ payment: Id }>(
    'invoicePay',
    {
      id: open.id,
      amount: { amount: '1.00', currency: 'EUR' },
      method: { sandbox: 'tok_visa' },
      idempotencyKey: key(),
    },
    'payment { id }',
  );
  return {
    invoice,
    paidInvoice: open.id,
    paidLine: await lineOf(open.id),
    line: await lineOf(invoice),
    billingAccount: client.billingAccount.id,
    payment: payment.id,
  };
}

/** What only trouble makes: an event that two consumers have put aside, a mail that is not sent; and a request. */
async function background(house: House, slug: Slug, client: string) {
  const { uuid } = house.tenants[slug];
  const [parked, otherParked] = await house.stage.sql<{ id: string }>(
    `INSERT INTO kit.parked_event (tenant_id, consumer, stream, version, type, error, attempts, parked_at)
     SELECT tenant_id, consumer, stream, version, type, 'it was broken', 5, now()
     FROM kit.event, unnest(ARRAY['billing.open-accounts', 'projects.client']) AS consumer WHERE tenant_id = $1 AND object = $2 AND version = 1 AND stream LIKE 'client-%' RETURNING id`,
    [uuid, client],
  );
  const [mail] = await house.stage.sql<{ id: string }>(
    `INSERT INTO identity.mail (tenant_id, id, for_tenant, to_index, sealed, next_try_at, created_at)
     VALUES ($1, $2, $3, 'x', '\\x00', now() + interval '1 day', now()) RETURNING id`,
    [PLATFORM_TENANT, encodeId('Mail', randomUUID()), uuid],
  );
  const [made] = await house.stage.sql<{ request: string }>(
    'SELECT correlation_id AS request FROM kit.event WHERE tenant_id = $1 AND object = $2 AND version = 1',
    [uuid, client],
  );
  return {
    parkedEvent: encodeId('ParkedEvent', parked?.id ?? ''),
    otherParkedEvent: encodeId('ParkedEvent', otherParked?.id ?? ''),
    mail: mail?.id ?? '',
    request: made?.request ?? '',
  };
}

/** Makes one of everything in a tenant, as its people would. */
export async function makeWorld(house: House, slug: Slug): Promise<World> {
  const admin = await house.as('admin', slug);
  const employee = await house.as('employee', slug);
  const { people, id: tenant } = house.tenants[slug];
  const client = await newClient(admin);
  await admin.do(
    'clientAssignOwner',
    { id: client, ownerId: people.employee.userId },
    'client { id }',
  );
  const project = await newProject(admin, client);
  const { contact } = await admin.do<{ contact: Id }>(
    'contactCreate',
    { clientId: client, name: 'Cora Kunde', email: `cora.${key()}@test.example` },
    'contact { id }',
  );
  await admin.do(
    'projectMemberAdd',
    { projectId: project, userId: people.employee.userId, role: 'MEMBER' },
    'project { id }',
  );
  const plan = await planned(admin, project, people.employee.userId);
  const bills = await billed(admin, client, project);
  const { timeEntry: approved } = await employee.do<{ timeEntry: Id }>(
    'timeEntryLog',
    { projectId: project, date: day(), minutes: 90, note: 'Billable work', billable: true },
    'timeEntry { id }',
  );
  await employee.do('timesheetSubmit', { week: isoWeek(day()) }, 'timesheet { id }');
  await admin.do('timeEntryApprove', { ids: [approved.id] }, 'timeEntries { id }');
  const { timeEntry } = await employee.do<{ timeEntry: Id }>(
    'timeEntryLog',
    {
      projectId: project,
      taskId: plan.task,
      date: day(),
      minutes: 60,
      note: 'Quiet work',
      billable: true,
    },
    'timeEntry { id }',
  );
  const { timeEntry: ownTimeEntry } = await admin.do<{ timeEntry: Id }>(
    'timeEntryLog',
    { projectId: project, date: day(), minutes: 30, note: 'Own work', billable: true },
    'timeEntry { id }',
  );
  const elsewhere = await Caller.signIn(house.nexus.graph, people.admin);
  const employeeElsewhere = await Caller.signIn(house.nexus.graph, people.employee);
  const { timesheet } = await employee.do<{ timesheet: Id }>(
    'timesheetSubmit',
    { week: isoWeek(day()) },
    'timesheet { id }',
  );
  const { invitation } = await admin.do<{ invitation: Id }>(
    'memberInvite',
    { email: `new.${key()}@test.example`, name: 'Nina Neu', roles: ['EMPLOYEE'] },
    'invitation { id }',
  );
  await joinPortal(house, client, { tenant: slug });
  return {
    ...(await background(house, slug, client)),
    client,
    project,
    contact: contact.id,
    timeEntry: timeEntry.id,
    ownTimeEntry: ownTimeEntry.id,
    timesheet: timesheet.id,
    invitation: invitation.id,
    tenant,
    user: people.employee.userId,
    membership: people.employee.membershipId,
    session: sessionOf(elsewhere.token),
    memberSession: sessionOf(employeeElsewhere.token),
    manager: people.admin.userId,
    ...plan,
    ...bills,
  };
}
