import { decideAccess, type Principal } from '@nexus/kit/domain';

export type Portal = 'EMPLOYEE' | 'CLIENT' | 'ADMIN';

/** What somebody keeps, or looks after, in the portal of administrators. */
const ADMINISTERED = [
  'identity:users:write',
  'identity:settings:read',
  'identity:tenants:read',
  'billing:admin',
];

/** The portals that have something for the caller, the one to open first in front. */
export function portalsOf(principal: Principal): Portal[] {
  if (principal.type !== 'user') return [];
  if (principal.kind === 'CLIENT') return ['CLIENT'];
  const administers = ADMINISTERED.some((scope) => decideAccess(principal, scope).allow);
  return [
    ...(principal.kind === 'STAFF' ? (['EMPLOYEE'] as const) : []),
    ...(administers ? (['ADMIN'] as const) : []),
  ];
}
