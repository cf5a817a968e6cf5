import { decodeId } from '@nexus/kit/domain';
import type { ReferenceLoader } from '@nexus/kit/graph';
import { selectRows } from '@nexus/kit/read';
import { canReadMembership } from '../policies/membership.policy.js';
import { canSeeUser } from '../policies/user.policy.js';
import { Invitation } from '../read/invitation.entity.js';
import { Membership } from '../read/membership.entity.js';
import { Tenant } from '../read/tenant.entity.js';
import { User } from '../read/user.entity.js';

/** Users as the present tenant knows them; who has no membership in it is absent. */
export const userReferences: ReferenceLoader = async (ctx, ids) => {
  const rows = await selectRows(ctx.read, User, ids);
  return new Map([...rows].filter(([, row]) => canSeeUser(ctx.principal, row)));
};

export const membershipReferences: ReferenceLoader = async (ctx, ids) => {
  const rows = await selectRows(ctx.read, Membership, ids);
  return new Map([...rows].filter(([, row]) => canReadMembership(ctx.principal, row)));
};

export const invitationReferences: ReferenceLoader = async (ctx, ids) => {
  const rows = await selectRows(ctx.read, Invitation, ids);
  return new Map(
    [...rows].filter(([, { clientId }]) => canReadMembership(ctx.principal, { clientId })),
  );
};

/** Nobody sees another tenant than their own. */
export const tenantReferences: ReferenceLoader = async (ctx, ids) => {
  if (ctx.principal.type === 'anonymous') return new Map();
  const own = ids.filter((id) => decodeId(id)?.uuid === ctx.tenantId);
  return selectRows(ctx.read, Tenant, own);
};
