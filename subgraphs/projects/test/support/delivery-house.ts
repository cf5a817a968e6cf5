import type { CrmEvents } from '@nexus/crm/events';
import type { IdentityEvents } from '@nexus/identity/events';
import {
  type Condition,
  defineEvents,
  type EventCatalogue,
  encodeId,
  event,
  type Principal,
} from '@nexus/kit/domain';
import { encodeCursor } from '@nexus/kit/events';
import { Adapters } from '@nexus/kit/graph';
import { memoryLive } from '@nexus/kit/live';
import { openTestHouse, staff, type TestHouse, testTenant, testUser } from '@nexus/kit/testing';
import { presenceLive, projects } from '../../src/index.js';

/** Events of crm and identity as they come from the log; those domains are not in this house. */
const crm = defineEvents('crm', {
  ClientCreated: event<CrmEvents['crm.ClientCreated']>(),
  ClientArchived: event<CrmEvents['crm.ClientArchived']>(),
});
const identity = defineEvents('identity', {
  UserActivated: event<IdentityEvents['identity.UserActivated']>(),
  UserDeactivated: event<IdentityEvents['identity.UserDeactivated']>(),
});

const isMember: Condition = {
  op: 'contains',
  left: { attr: 'resource.memberIds' },
  right: { attr: 'subject.userId' },
};
const isManager: Condition = {
  op: 'eq',
  left: { attr: 'resource.managerId' },
  right: { attr: 'subject.userId' },
};

export const manager = staff(
  ['projects:read', 'projects:write', 'projects:comment', 'projects:manage'],
  {
    subject: testUser(1),
    conditions: { 'projects:manage': [isManager] },
  },
);
export const admin = staff([...manager.scopes, 'projects:override'], { subject: testUser(2) });
export const employee = (n: number): Principal =>
  staff(['projects:read', 'projects:write', 'projects:comment'], {
    subject: testUser(n),
    conditions: { 'projects:read': [isMember, isManager], 'projects:write': [isMember] },
  });
export const mia = employee(3);
export const ben = employee(4);
/** The same user id in another tenant, with every right there. */
export const foreigner = staff([...admin.scopes], {
  tenantId: testTenant(2),
  subject: testUser(1),
});

export const clientId = encodeId('Client', '0198c0de-3000-7000-8000-000000000001');
export const otherClientId = encodeId('Client', '0198c0de-3000-7000-8000-000000000002');
export const archivedClientId = encodeId('Client', '0198c0de-3000-7000-8000-000000000003');

interface Errors {
  readonly errors: readonly { code: string; rule: string; path: string[] | null }[];
  readonly warnings: readonly { rule: string }[];
}

export const CODES = 'errors { code rule path } warnings { rule }';

/** This subgraph alone on 2026-11-16, a Monday, with people and clients of one tenant. */
export class DeliveryHouse {
  #projects = 0;

  private constructor(readonly house: TestHouse) {}

  static async open(): Promise<DeliveryHouse> {
    const catalogues = [...projects.catalogues, crm, identity];
    const adapters = new Adapters().provide(presenceLive, memoryLive());
    const house = await openTestHouse({ subgraphs: [{ ...projects, catalogues }], adapters });
    const delivery = new DeliveryHouse(house);
    for (const person of [manager, admin, mia, ben]) await delivery.activate(person.subject);
    await delivery.client(clientId, 'Acme Works');
    await delivery.client(otherClientId, 'Bolt & Co');
    await delivery.client(archivedClientId, 'Gone');
    await delivery.tell(crm, archivedClientId, 'ClientArchived', { clientId: archivedClientId });
    return delivery;
  }

  close = (): Promise<void> => this.house.close();

  tell(from: EventCatalogue, id: string, type: string, data: object): Promise<void> {
    return this.house.tell(admin, from, id, { type, data });
  }

  activate(userId: string, kind = 'STAFF'): Promise<void> {
    const data = { userId, kind, clientId: null, contactId: null, roles: [], again: false };
    const personal = { membershipId: `mem_${userId}`, name: 'Somebody', email: 's@example.com' };
    return this.tell(identity, userId, 'UserActivated', { ...data, ...personal });
  }

  deactivate(userId: string, reassignToUserId: string | null): Promise<void> {
    const data = { userId, kind: 'STAFF', membershipId: `mem_${userId}`, cause: 'REMOVED' };
    return this.tell(identity, userId, 'UserDeactivated', { ...data, reassignToUserId });
  }

  client(id: string, name: string): Promise<void> {
    return this.tell(crm, id, 'ClientCreated', { clientId: id, name, currency: 'EUR' });
  }

  /** Where the log stands: a subscription from here on hears all that happens, however long it takes to begin. */
  async now(): Promise<string> {
    await this.house.settled(admin);
    return encodeCursor(this.house.runtime.consumers.tailer.cursor);
  }

  ask<Data = Record<string, never>>(
    who: Principal,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Data> {
    return this.house.as(who).ask<Data>(query, variables);
  }

  /** Runs a mutation `name(input: NameInput!)` and answers with its payload. */
  async run<Entity = Record<string, never>>(
    who: Principal,
    name: string,
    input: object,
    fields = '',
  ): Promise<Errors & Entity> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { answer: ${name}(input: $input) { ${fields} ${CODES} } }`;
    const { answer } = await this.ask<{ answer: Errors & Entity }>(who, query, { input });
    return answer;
  }

  /** A project of the manager's, with members; answers with its id. */
  async project(members: readonly Principal[] = [mia], input: object = {}): Promise<string> {
    const { project, errors } = await this.run<{ project: { id: string } }>(
      manager,
      'projectCreate',
      { name: `Project ${++this.#projects}`, clientId, start: '2026-11-01', ...input },
      'project { id }',
    );
    if (!project) throw new RangeError(JSON.stringify(errors));
    for (const { subject } of members) {
      const add = { projectId: project.id, userId: subject, role: 'MEMBER' };
      await this.run(manager, 'projectMemberAdd', add);
    }
    return project.id;
  }

  async task(projectId: string, title: string, input: object = {}): Promise<string> {
    const { task, errors } = await this.run<{ task: { id: string } | null }>(
      manager,
      'taskCreate',
      { projectId, title, ...input },
      'task { id }',
    );
    if (!task) throw new RangeError(JSON.stringify(errors));
    return task.id;
  }

  /** The columns of a board with their cards' titles from top to bottom. */
  async board(projectId: string, who = manager): Promise<BoardView[]> {
    const { project } = await this.ask<{ project: { board: { columns: RawColumn[] } } }>(
      who,
      `query($id: ID!) { project(id: $id) { board { columns {
         id name category wipLimit count isOverLimit tasks { nodes { id title } } } } } }`,
      { id: projectId },
    );
    return project.board.columns.map(({ tasks, ...column }) => ({
      ...column,
      titles: tasks.nodes.map(({ title }) => title),
    }));
  }

  async column(projectId: string, name: string): Promise<string> {
    return (await this.board(projectId)).find((column) => column.name === name)?.id ?? '';
  }
}

interface RawColumn {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly wipLimit: number | null;
  readonly count: number;
  readonly isOverLimit: boolean;
  readonly tasks: { readonly nodes: readonly { id: string; title: string }[] };
}
export type BoardView = Omit<RawColumn, 'tasks'> & { readonly titles: string[] };
