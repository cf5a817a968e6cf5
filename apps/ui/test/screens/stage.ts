import { day } from '../../../../host/test/support/calendar.js';
import { CAST } from '../../../../host/test/support/people.js';
import { joinPortal } from '../../../../host/test/support/portal.js';
import {
  EUR,
  finalized,
  key,
  newClient,
  newDraft,
  newProject,
  newTask,
  submittedTime,
} from '../../../../host/test/support/work.js';
import type { Persona } from '../../../../scripts/screens/screens.ts';
import { openPortals, type PortalHouse } from '../support/nexus.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** A Nexus in which every screen has something to show, and whoever plays the people of the demo. */
export interface ScreensStage {
  readonly portals: PortalHouse;
  readonly cast: Readonly<Record<Persona, Credentials>>;
}

/** What of the demo the list of screens names, in small. */
export async function openScreensStage(): Promise<ScreensStage> {
  const portals = await openPortals('employee', 'client', 'admin');
  const { house } = portals;
  const { people } = house.tenants.north;
  const [admin, manager, employee, colleague, finance] = await Promise.all(
    (['admin', 'manager', 'employee', 'colleague', 'finance'] as const).map((one) => house.as(one)),
  );
  if (!admin || !manager || !employee || !colleague || !finance) throw new RangeError('Nobody.');

  await admin.do('brandingSave', { colors: { accent: '#14968A' } }, 'tenant { id }');
  await admin.do('brandingPublish', {}, 'tenant { id }');
  await admin.do(
    'memberInvite',
    { email: 'ida@north.example', name: 'Ida Kramer', roles: ['EMPLOYEE'] },
    'invitation { id }',
  );

  const clientId = await newClient(manager, 'Aurora Energie AG');
  const projectId = await newProject(manager, clientId, { name: 'Smart meter roll-out' });
  for (const { userId } of [people.employee, people.colleague]) {
    await manager.do('projectMemberAdd', { projectId, userId, role: 'MEMBER' }, 'project { id }');
  }
  await manager.do(
    'milestoneAdd',
    { projectId, name: 'Acceptance', due: day(5), billableAmount: EUR('4000.00') },
    'milestone { id }',
  );
  const taskId = await newTask(manager, projectId, {
    title: 'Meter data model',
    due: day(1),
    clientVisible: true,
  });
  const userIds = [people.employee.userId, people.manager.userId];
  await manager.do('taskAssign', { id: taskId, userIds }, 'task { id }');

  const issue = async () => {
    const invoice = await finalized(finance, await newDraft(finance, clientId, { projectId }));
    await finance.do('invoiceSend', { id: invoice.id, to: ['ap@client.example'] }, '__typename');
    return invoice;
  };
  await newDraft(finance, clientId, { projectId });
  await issue();
  const { id: invoiceId, total } = await issue();
  await finance.do(
    'paymentRecord',
    {
      ...{ invoiceId, amount: EUR(total.amount), valueDate: day(), kind: 'BANK_TRANSFER' },
      ...{ reference: 'Statement 7', idempotencyKey: key() },
    },
    'invoice { id }',
  );
  // After the drafts, which would take it with them.
  const entryId = await submittedTime(employee, projectId);
  await manager.do('timeEntryApprove', { ids: [entryId] }, '__typename');
  await submittedTime(colleague, projectId);
  const clara = await joinPortal(house, clientId, { billing: true });
  return { portals, cast: { ...people, operator: CAST.operator, client: clara } };
}
