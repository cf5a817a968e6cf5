import type { Condition } from '@nexus/kit/domain';
import type { MembershipKind } from '../../events.d.ts';
import { allow, deny, type Grant, type Rights, rightsOf } from './grant.js';

const is = (left: string, right: string): Condition => ({
  op: 'eq',
  left: { attr: left },
  right: { attr: right },
});

const MEMBER: Condition = {
  op: 'contains',
  left: { attr: 'resource.memberIds' },
  right: { attr: 'subject.userId' },
};
const MANAGER = is('resource.managerId', 'subject.userId');
const PROJECT_MANAGER_OF = is('resource.projectManagerId', 'subject.userId');
const OWN = is('resource.userId', 'subject.userId');
const OWNER = is('resource.ownerId', 'subject.userId');
const OWN_CLIENT = is('resource.clientId', 'subject.clientId');

/** How long a session of the role may rest and last: the strictest of a member's roles wins. */
export type SessionClass = 'operator' | 'sensitive' | 'staff' | 'client';

export interface Role {
  readonly code: RoleCode;
  readonly name: string;
  readonly description: string;
  /** The memberships that may hold it. */
  readonly kind: MembershipKind;
  readonly sessions: SessionClass;
  readonly grants: readonly Grant[];
}

export const ROLE_CODES = [
  'PLATFORM_ADMIN',
  'TENANT_ADMIN',
  'FINANCE_ADMIN',
  'PROJECT_MANAGER',
  'ENGAGEMENT_MANAGER',
  'EMPLOYEE',
  'SALES_REP',
  'AUDITOR',
  'CLIENT',
  'CLIENT_ADMIN',
  'CLIENT_BILLING',
] as const;
export type RoleCode = (typeof ROLE_CODES)[number];

const EMPLOYEE_GRANTS: readonly Grant[] = [
  ...allow('projects:read', MEMBER, MANAGER, OWN),
  ...allow('projects:write', MEMBER, MANAGER),
  ...allow('projects:comment', MEMBER, MANAGER),
  ...allow('projects:time:write', OWN),
  // Of the projects that one manages; leads approve by the project's own rule.
  ...allow('projects:time:approve', MANAGER),
  ...allow('identity:users:read'),
];

const PROJECT_MANAGER_GRANTS: readonly Grant[] = [
  ...EMPLOYEE_GRANTS,
  ...allow('crm:read'),
  ...allow('projects:read'),
  ...allow('projects:manage', MANAGER),
  ...allow('billing:read', PROJECT_MANAGER_OF),
  ...allow('billing:write', PROJECT_MANAGER_OF),
];

type RoleSpec = Omit<Role, 'code'>;

/** The system's roles: code, so that they are the same in every tenant and never edited. */
const SPECS: Readonly<Record<RoleCode, RoleSpec>> = {
  PLATFORM_ADMIN: {
    name: 'Platform administrator',
    description: 'Runs all tenants, and sees the data of none.',
    kind: 'OPERATOR',
    sessions: 'operator',
    grants: [
      ...allow('identity:tenants:read'),
      ...allow('identity:users:write'),
      ...allow('identity:roles:read'),
      ...allow('identity:settings:write'),
      ...allow('identity:security:read'),
      ...allow('operations:admin'),
    ],
  },
  TENANT_ADMIN: {
    name: 'Administrator',
    description: 'May do everything in the tenant.',
    kind: 'STAFF',
    sessions: 'sensitive',
    grants: [
      ...allow('crm:admin'),
      ...allow('projects:admin'),
      ...allow('billing:admin'),
      ...allow('identity:users:write'),
      ...allow('identity:roles:read'),
      ...allow('identity:settings:write'),
      ...allow('identity:security:read'),
      ...allow('operations:write'),
    ],
  },
  FINANCE_ADMIN: {
    name: 'Finance',
    description: 'Invoices, payments, the ledger, and the finance of projects.',
    kind: 'STAFF',
    sessions: 'sensitive',
    grants: [
      ...allow('billing:admin'),
      ...allow('crm:read'),
      ...allow('projects:read'),
      ...allow('projects:finance:read'),
      ...allow('projects:time:write', OWN),
      ...allow('identity:users:read'),
    ],
  },
  PROJECT_MANAGER: {
    name: 'Project manager',
    description: 'Manages projects, approves their time, drafts their invoices.',
    kind: 'STAFF',
    sessions: 'staff',
    grants: PROJECT_MANAGER_GRANTS,
  },
  ENGAGEMENT_MANAGER: {
    name: 'Engagement manager',
    description:
      'A project manager who also keeps the clients, bills them and sees project finance.',
    kind: 'STAFF',
    sessions: 'staff',
    grants: [
      ...PROJECT_MANAGER_GRANTS,
      ...allow('crm:write'),
      ...allow('billing:write'),
      ...allow('billing:send'),
      ...allow('billing:pay'),
      ...allow('projects:finance:read'),
    ],
  },
  EMPLOYEE: {
    name: 'Employee',
    description: 'Works in the projects of own membership and logs own time.',
    kind: 'STAFF',
    sessions: 'staff',
    grants: EMPLOYEE_GRANTS,
  },
  SALES_REP: {
    name: 'Sales',
    description: 'Reads all clients and keeps those of own ownership.',
    kind: 'STAFF',
    sessions: 'staff',
    grants: [
      ...allow('crm:read'),
      ...allow('crm:write', OWNER),
      ...allow('projects:time:write', OWN),
      ...allow('identity:users:read'),
    ],
  },
  AUDITOR: {
    name: 'Auditor',
    description: 'Reads everything, changes nothing, whatever other roles allow.',
    kind: 'STAFF',
    sessions: 'sensitive',
    grants: [
      ...allow('crm:read'),
      ...allow('projects:read'),
      ...allow('projects:finance:read'),
      ...allow('billing:read'),
      ...allow('billing:ledger:read'),
      ...allow('identity:users:read'),
      ...allow('identity:roles:read'),
      ...allow('identity:settings:read'),
      ...allow('identity:security:read'),
      deny('crm:write'),
      deny('crm:admin'),
      deny('crm:erase'),
      deny('projects:write'),
      deny('projects:comment'),
      deny('projects:manage'),
      deny('projects:override'),
      deny('projects:time:write'),
      deny('projects:time:approve'),
      deny('projects:admin'),
      deny('billing:write'),
      deny('billing:send'),
      deny('billing:pay'),
      deny('billing:refund'),
      deny('billing:approve'),
      deny('billing:admin'),
      deny('identity:users:write'),
      deny('identity:settings:write'),
      deny('operations:write'),
      deny('operations:admin'),
    ],
  },
  CLIENT: {
    name: 'Client',
    description: 'Sees what belongs to the own organisation.',
    kind: 'CLIENT',
    sessions: 'client',
    grants: [
      ...allow('crm:read', OWN_CLIENT),
      ...allow('projects:read', OWN_CLIENT),
      ...allow('projects:comment', OWN_CLIENT),
      ...allow('billing:read', OWN_CLIENT),
      ...allow('identity:users:read', OWN_CLIENT),
    ],
  },
  CLIENT_ADMIN: {
    name: 'Organisation administrator',
    description: 'Named by crm as who administers the own organisation. Held beside Client.',
    kind: 'CLIENT',
    sessions: 'client',
    // `crm:write` would let a client change its currency, owner and lifecycle: what an organisation's
    // administrator does comes as scopes of their own.
    grants: [],
  },
  CLIENT_BILLING: {
    name: 'Billing contact',
    description: 'Pays the invoices of the own organisation. Held beside Client.',
    kind: 'CLIENT',
    sessions: 'client',
    grants: allow('billing:pay', OWN_CLIENT),
  },
};

export const ROLES: readonly Role[] = ROLE_CODES.map((code) => ({ code, ...SPECS[code] }));

export function isRoleCode(code: string): code is RoleCode {
  return (ROLE_CODES as readonly string[]).includes(code);
}

export function roleOf(code: RoleCode): Role {
  return { code, ...SPECS[code] };
}

/** What a member may do who holds these roles. Codes that no longer exist give nothing. */
export function rightsOfRoles(codes: readonly string[]): Rights {
  return rightsOf(codes.filter(isRoleCode).flatMap((code) => SPECS[code].grants));
}
