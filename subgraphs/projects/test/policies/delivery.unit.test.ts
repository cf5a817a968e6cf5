import { describe, expect, it } from '@jest/globals';
import type { Condition, Principal } from '@nexus/kit/domain';
import { clientUser, staff, testUser } from '@nexus/kit/testing';
import {
  canComment,
  canDeleteComment,
  canEditComment,
  canSayTo,
} from '../../src/policies/comment.policy.js';
import {
  canCreateProject,
  canManageProject,
  canOverride,
  canReadProject,
  canSeeInside,
  type ProjectAttributes,
} from '../../src/policies/project.policy.js';
import { canReadTask, canWorkOn } from '../../src/policies/task.policy.js';

const [ADMIN, MANAGER, MEMBER, OBSERVER, STRANGER] = [1, 2, 3, 4, 5].map(testUser) as [
  string,
  string,
  string,
  string,
  string,
];
const CLIENT = 'cli_00000000000000000000000001';
const project: ProjectAttributes = {
  id: 'prj_1',
  clientId: CLIENT,
  managerId: MANAGER,
  memberIds: [MANAGER, MEMBER, OBSERVER],
  workerIds: [MANAGER, MEMBER],
};

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
const employee = (subject: string): Principal =>
  staff(['projects:read', 'projects:write'], {
    subject,
    conditions: { 'projects:read': [isMember], 'projects:write': [isMember] },
  });

const actors: Readonly<Record<string, Principal>> = {
  admin: staff(['projects:read', 'projects:write', 'projects:manage', 'projects:override'], {
    subject: ADMIN,
  }),
  manager: staff(['projects:read', 'projects:write', 'projects:manage'], {
    subject: MANAGER,
    conditions: { 'projects:manage': [isManager] },
  }),
  'another manager': staff(['projects:read', 'projects:write', 'projects:manage'], {
    subject: STRANGER,
    conditions: { 'projects:write': [isMember], 'projects:manage': [isManager] },
  }),
  member: employee(MEMBER),
  observer: employee(OBSERVER),
  stranger: employee(STRANGER),
  'client user': clientUser(CLIENT, ['projects:read', 'projects:comment']),
  'silent client': clientUser(CLIENT, ['projects:read']),
  'another client': clientUser('cli_00000000000000000000000002', [
    'projects:read',
    'projects:comment',
  ]),
};

describe.each([
  //                    read   inside manage overr. work   comment
  ['admin', true, true, true, true, true, true],
  ['manager', true, true, true, false, true, true],
  ['another manager', true, true, false, false, false, false],
  ['member', true, true, false, false, true, true],
  ['observer', true, true, false, false, false, true],
  ['stranger', false, false, false, false, false, false],
  ['client user', true, false, false, false, false, true],
  ['silent client', true, false, false, false, false, false],
  ['another client', false, false, false, false, false, false],
] as const)('%s', (name, read, inside, manage, override, work, speak) => {
  const actor = actors[name] as Principal;

  it(`read ${read}, inside ${inside}, manage ${manage}, override ${override}`, () => {
    expect(canReadProject(actor, project)).toBe(read);
    expect(canSeeInside(actor, project)).toBe(inside);
    expect(canManageProject(actor, project)).toBe(manage);
    expect(canOverride(actor, project)).toBe(override);
  });

  it(`work ${work}, comment ${speak}`, () => {
    expect(canWorkOn(actor, project)).toBe(work);
    expect(canComment(actor, project)).toBe(speak);
  });

  it('sees tasks as far as the project, and a client only what is shown', () => {
    expect(canReadTask(actor, project, { clientVisible: true })).toBe(read);
    expect(canReadTask(actor, project, { clientVisible: false })).toBe(
      read && actor.kind !== 'CLIENT',
    );
  });

  it('changes own comments only, and deletes others as a manager', () => {
    expect(canEditComment(actor, project, { authorId: 'usr_x' })).toBe(false);
    expect(canEditComment(actor, project, { authorId: actor.subject })).toBe(read);
    expect(canDeleteComment(actor, project, { authorId: 'usr_x' })).toBe(manage);
  });
});

it('a client speaks to both sides, staff also among themselves', () => {
  expect(canSayTo(actors['client user'] as Principal, 'CLIENT')).toBe(true);
  expect(canSayTo(actors['client user'] as Principal, 'INTERNAL')).toBe(false);
  expect(canSayTo(actors.member as Principal, 'INTERNAL')).toBe(true);
});

it('a manager creates projects that are their own', () => {
  const manager = actors.manager as Principal;
  expect(canCreateProject(manager, { clientId: null, managerId: MANAGER })).toBe(true);
  expect(canCreateProject(manager, { clientId: null, managerId: MEMBER })).toBe(false);
  expect(canCreateProject(actors.member as Principal, { clientId: null, managerId: MEMBER })).toBe(
    false,
  );
});
