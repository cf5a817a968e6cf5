import { describe, expect, it } from '@jest/globals';
import { type Condition, type Principal, servicePrincipal } from '@nexus/kit/domain';
import { clientUser, staff, testTenant } from '@nexus/kit/testing';
import {
  canApproveTime,
  canReadFinance,
  canReadTime,
  canWriteTime,
} from '../../src/policies/time-entry.policy.js';

const is = (left: string): Condition => ({
  op: 'eq',
  left: { attr: left },
  right: { attr: 'subject.userId' },
});
const MANAGER = is('resource.managerId');
const OWN = is('resource.userId');
const MEMBER: Condition = {
  op: 'contains',
  left: { attr: 'resource.memberIds' },
  right: { attr: 'subject.userId' },
};

const time = {
  projectId: 'prj_1',
  userId: 'usr_worker',
  managerId: 'usr_boss',
  leadIds: ['usr_lead'],
};
const project = {
  id: 'prj_1',
  clientId: 'cli_1',
  managerId: 'usr_boss',
  memberIds: ['usr_worker'],
};

const person = (subject: string, rights: Record<string, readonly Condition[] | null>) =>
  staff(Object.keys(rights), {
    subject,
    conditions: Object.fromEntries(
      Object.entries(rights).filter((right): right is [string, Condition[]] => right[1] !== null),
    ),
  });
const EMPLOYEE = { 'projects:read': [MEMBER, MANAGER, OWN], 'projects:time:write': [OWN] };
const MANAGES = { ...EMPLOYEE, 'projects:read': null, 'projects:time:approve': [MANAGER] };

const actors: Record<string, Principal> = {
  worker: person('usr_worker', EMPLOYEE),
  colleague: person('usr_colleague', EMPLOYEE),
  manager: person('usr_boss', { ...MANAGES, 'projects:finance:read': [MANAGER] }),
  lead: person('usr_lead', MANAGES),
  'lead without the scope': person('usr_lead', EMPLOYEE),
  'other manager': person('usr_other', { ...MANAGES, 'projects:finance:read': [MANAGER] }),
  'worker who manages elsewhere': person('usr_worker', MANAGES),
  auditor: person('usr_auditor', { 'projects:read': null, 'projects:finance:read': null }),
  client: clientUser('cli_1', ['projects:read']),
  service: servicePrincipal('projects', testTenant(1)),
};

describe('time', () => {
  it.each([
    // actor, reads, writes, approves, sees finance
    ['worker', true, true, false, false],
    ['colleague', false, false, false, false],
    ['manager', true, false, true, true],
    ['lead', true, false, true, false],
    ['lead without the scope', false, false, false, false],
    ['other manager', true, false, false, false],
    ['worker who manages elsewhere', true, true, false, false],
    ['auditor', true, false, false, true],
    ['client', false, false, false, false],
    ['service', true, false, true, true],
  ])(
    '%s: reads %s, writes %s, approves %s, finance %s',
    (name, reads, writes, approves, finance) => {
      const actor = actors[name] as Principal;
      expect({
        reads: canReadTime(actor, time),
        writes: canWriteTime(actor, time),
        approves: canApproveTime(actor, time),
        finance: canReadFinance(actor, project),
      }).toEqual({ reads, writes, approves, finance });
    },
  );

  it('is never approved by whoever worked it, the manager included', () => {
    const own = { ...time, userId: 'usr_boss' };
    expect(canApproveTime(actors.manager as Principal, own)).toBe(false);
    expect(canApproveTime(actors.lead as Principal, own)).toBe(true);
  });
});
