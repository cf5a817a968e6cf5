import { day } from '../../../../host/test/support/calendar.js';
import type { Caller } from '../../../../host/test/support/caller.js';
import { joinPortal, type Portal } from '../../../../host/test/support/portal.js';
import {
  EUR,
  finalized,
  newClient,
  newDraft,
  newStaffedProject,
  newTask,
  type OpenInvoice,
  submittedTime,
} from '../../../../host/test/support/work.js';
import { openPortals, type PortalHouse } from '../../../ui/test/support/nexus.js';

/** A firm with a project for a client, somebody of the client's in the portal, and another client beside it. */
export interface ClientStage {
  readonly portals: PortalHouse;
  readonly manager: Caller;
  readonly finance: Caller;
  readonly employee: Caller;
  readonly clara: Portal;
  readonly clientId: string;
  readonly otherClientId: string;
  readonly projectId: string;
  readonly milestoneId: string;
  /** Shown to the client. */
  readonly taskId: string;
  /** The firm's own. */
  readonly hiddenTaskId: string;
  /** Issued and sent, with one line of so much before tax. */
  issue(net?: string, clientId?: string): Promise<OpenInvoice>;
}

/** Words and figures that no client may ever receive. */
export const SECRETS = {
  hiddenTask: 'Renegotiate with the subcontractor',
  internalComment: 'They will pay more if we wait',
  otherClient: 'Zephyr Holding',
  otherProject: 'Acquisition of the century',
  note: 'Repaired what we broke ourselves',
  description: 'Calculated with a reserve of a third',
  cost: '41.37',
} as const;

export async function openClientStage(): Promise<ClientStage> {
  const portals = await openPortals('client');
  const { house } = portals;
  const [manager, finance, employee] = await Promise.all([
    house.as('manager'),
    house.as('finance'),
    house.as('employee'),
  ]);
  const { userId } = house.tenants.north.people.employee;
  const { clientId, projectId } = await newStaffedProject(manager, userId);
  await manager.do('projectUpdate', { id: projectId, name: 'Harbour crane' }, 'project { id }');
  const [taskId, hiddenTaskId] = await Promise.all([
    newTask(manager, projectId, {
      title: 'Grease the bearings',
      due: day(3),
      clientVisible: true,
      estimateMinutes: 480,
    }),
    newTask(manager, projectId, { title: SECRETS.hiddenTask, description: SECRETS.description }),
  ]);
  const { milestone } = await manager.do<{ milestone: { id: string } }>(
    'milestoneAdd',
    { projectId, name: 'Handover', due: day(5), billableAmount: EUR('4137.00') },
    'milestone { id }',
  );
  const otherClientId = await newClient(manager, SECRETS.otherClient);
  const issue: ClientStage['issue'] = async (net = '100.00', of = clientId) => {
    const draft = await newDraft(finance, of, {
      ...(of === clientId && { projectId }),
      lines: [{ description: 'Workshop', quantity: '1', unitPrice: net }],
    });
    const invoice = await finalized(finance, draft);
    await finance.do(
      'invoiceSend',
      { id: invoice.id, to: ['ap@client.example'] },
      'invoice { id }',
    );
    return invoice;
  };
  return {
    ...{ portals, manager, finance, employee, clientId, otherClientId, projectId },
    ...{ taskId, hiddenTaskId, issue },
    milestoneId: milestone.id,
    clara: await joinPortal(house, clientId, { billing: true }),
  };
}

/** What the firm keeps to itself happens: time is booked, costs are set, things are said among colleagues. */
export async function keepSecrets(stage: ClientStage): Promise<void> {
  const { manager, employee, otherClientId, projectId, taskId, hiddenTaskId } = stage;
  const admin = await stage.portals.house.as('admin');
  await admin.do(
    'rateCardSave',
    {
      rates: [
        { level: 'PROJECT', projectId, currency: 'EUR', cost: SECRETS.cost, price: '120.00' },
      ],
    },
    'rateCard { __typename }',
  );
  await submittedTime(employee, projectId, 90);
  await manager.do('taskCommentAdd', { taskId, body: SECRETS.internalComment }, 'comment { id }');
  await manager.do(
    'taskCommentAdd',
    { taskId: hiddenTaskId, body: SECRETS.internalComment, visibility: 'CLIENT' },
    'comment { id }',
  );
  await manager.do(
    'projectCreate',
    {
      name: SECRETS.otherProject,
      clientId: otherClientId,
      start: day(-1),
      budget: { kind: 'TIME_AND_MATERIALS', amount: EUR('9000.00') },
    },
    'project { id }',
  );
  await stage.issue('777.00', otherClientId);
}
