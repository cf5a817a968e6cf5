import { describe, expect, it } from '@jest/globals';
import type { Condition, Principal } from '@nexus/kit/domain';
import { clientUser, staff, testUser } from '@nexus/kit/testing';
import {
  canPassGate,
  mayProject,
  type ProjectAction,
  type ProjectStanding,
} from '../../src/policies/project-actions.policy.js';
import {
  mayTask,
  type TaskAction,
  type TaskStanding,
} from '../../src/policies/task-actions.policy.js';
import {
  canApproveAnyTime,
  canDecideTime,
  canEditTime,
  canLogTime,
  canStartTime,
  canSubmitTime,
  canUnapproveTime,
  type EntryStanding,
} from '../../src/policies/time-entry.policy.js';

const TODAY = '2026-11-16';
const CLIENT = 'cli_1';
const [MANAGER, MEMBER, OBSERVER] = [1, 2, 3].map(testUser) as [string, string, string];
const isManager: Condition = {
  op: 'eq',
  left: { attr: 'resource.managerId' },
  right: { attr: 'subject.userId' },
};
const isMember: Condition = {
  op: 'contains',
  left: { attr: 'resource.memberIds' },
  right: { attr: 'subject.userId' },
};
const employee = (subject: string): Principal =>
  staff(['projects:read', 'projects:write', 'projects:time:write'], {
    subject,
    conditions: { 'projects:read': [isMember], 'projects:write': [isMember] },
  });
const actors = {
  admin: staff(['projects:read', 'projects:write', 'projects:manage', 'projects:override']),
  manager: staff(['projects:read', 'projects:write', 'projects:manage', 'projects:time:approve'], {
    subject: MANAGER,
    conditions: { 'projects:manage': [isManager], 'projects:time:approve': [isManager] },
  }),
  member: employee(MEMBER),
  observer: employee(OBSERVER),
  client: clientUser(CLIENT, ['projects:read', 'projects:write', 'projects:time:write']),
} satisfies Record<string, Principal>;
type Actor = keyof typeof actors;

const project: ProjectStanding = {
  id: 'prj_1',
  clientId: CLIENT,
  managerId: MANAGER,
  memberIds: [MANAGER, MEMBER, OBSERVER],
  workerIds: [MANAGER, MEMBER],
  phase: 'EXECUTION',
  holdReason: null,
  phaseSince: '2026-11-01',
};
const ended = { ...project, phase: 'CLOSED' } as const;
const standings = {
  open: project,
  'on hold': { ...project, holdReason: 'Waiting' },
  'ended lately': ended,
  'ended long ago': { ...ended, phaseSince: '2026-01-01' },
} satisfies Record<string, ProjectStanding>;

const PROJECT_ACTIONS: readonly ProjectAction[] = [
  'update',
  'changePhase',
  'hold',
  'resume',
  'cancel',
  'reopen',
  'members',
  'milestones',
  'board',
];

describe('what can be done to a project', () => {
  const open = ['update', 'changePhase', 'hold', 'cancel', 'members', 'milestones', 'board'];
  const onHold = ['update', 'resume', 'cancel', 'members', 'milestones', 'board'];
  it.each([
    ['manager', 'open', open],
    ['admin', 'open', open],
    ['manager', 'on hold', onHold],
    ['manager', 'ended lately', ['reopen']],
    ['manager', 'ended long ago', []],
    ['member', 'open', []],
    ['observer', 'open', []],
    ['client', 'open', []],
  ] as const)('by the %s while it is %s: %j', (who, how, expected) => {
    const may = (action: ProjectAction) => mayProject(actors[who], action, standings[how], TODAY);
    expect(PROJECT_ACTIONS.filter(may)).toEqual(expected);
  });

  it('an open gate is passed by whoever may override, while the project goes on', () => {
    expect(canPassGate(actors.admin, project, TODAY)).toBe(true);
    expect(canPassGate(actors.manager, project, TODAY)).toBe(false);
    expect(canPassGate(actors.admin, standings['on hold'], TODAY)).toBe(false);
  });
});

const TASK_ACTIONS: readonly TaskAction[] = [
  'update',
  'move',
  'assign',
  'complete',
  'reopen',
  'block',
  'unblock',
  'archive',
  'restore',
];
const plain: TaskStanding = { archived: false, completed: false, blocked: false };

describe('what can be done to a task', () => {
  const always = ['update', 'move', 'assign', 'archive'];
  const inOrder = (actions: readonly string[]) =>
    TASK_ACTIONS.filter((action) => actions.includes(action));
  it.each([
    ['member', 'open', plain, [...always, 'complete', 'block']],
    ['member', 'blocked', { ...plain, blocked: true }, [...always, 'complete', 'unblock']],
    ['member', 'completed', { ...plain, completed: true }, [...always, 'reopen']],
    ['member', 'archived', { ...plain, archived: true }, ['restore']],
    ['manager', 'open', plain, [...always, 'complete', 'block']],
    ['observer', 'open', plain, []],
    ['client', 'open', plain, []],
  ] as const)('by a %s while it is %s', (who, _how, task, expected) => {
    const may = (action: TaskAction) => mayTask(actors[who], action, project, task);
    expect(TASK_ACTIONS.filter(may)).toEqual(inOrder(expected));
  });

  it('nothing in a project that has ended', () => {
    const may = (action: TaskAction) => mayTask(actors.manager, action, ended, plain);
    expect(TASK_ACTIONS.filter(may)).toEqual([]);
  });
});

const time = { projectId: 'prj_1', userId: MEMBER, managerId: MANAGER, leadIds: [] };
const entry = (status: EntryStanding['status'], more: Partial<EntryStanding> = {}) => ({
  ...{ status, running: false, reserved: false },
  ...more,
});

describe('what can be done to time', () => {
  const asked = (who: Actor, standing: EntryStanding) => {
    const actor = actors[who];
    const can = {
      edit: canEditTime(actor, time, standing),
      decide: canDecideTime(actor, time, standing),
      unapprove: canUnapproveTime(actor, time, standing),
      submit: canSubmitTime(actor, [{ ...standing, time }]),
    };
    return Object.entries(can).flatMap(([name, allowed]) => (allowed ? [name] : []));
  };
  it.each([
    ['member', entry('DRAFT'), ['edit', 'submit']],
    ['member', entry('REJECTED'), ['edit']],
    ['member', entry('DRAFT', { running: true }), []],
    ['member', entry('SUBMITTED'), []],
    ['member', entry('APPROVED'), []],
    ['manager', entry('DRAFT'), []],
    ['manager', entry('SUBMITTED'), ['decide']],
    ['manager', entry('APPROVED'), ['unapprove']],
    ['manager', entry('APPROVED', { reserved: true }), []],
    ['manager', entry('INVOICED'), []],
    ['observer', entry('SUBMITTED'), []],
    ['client', entry('SUBMITTED'), []],
  ] as const)('by a %s, %j: %j', (who, standing, expected) => {
    expect(asked(who, standing)).toEqual(expected);
  });

  it.each([
    ['member', true],
    ['observer', false],
    ['client', false],
    ['admin', false],
  ] as const)('a %s starts time in an open project: %s', (who, expected) => {
    expect(canStartTime(actors[who], project)).toBe(expected);
    expect(canStartTime(actors[who], ended)).toBe(false);
  });

  it('the queue is for who approves, the sheet for who works, none for a client', () => {
    const who = (can: (actor: Principal) => boolean) =>
      (Object.keys(actors) as Actor[]).filter((name) => can(actors[name]));
    expect(who(canApproveAnyTime)).toEqual(['manager']);
    expect(who(canLogTime)).toEqual(['member', 'observer']);
  });
});
