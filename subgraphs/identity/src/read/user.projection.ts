import { foldName } from '@nexus/kit/domain';
import { projection } from '@nexus/kit/read';
import type {
  IdentityEvents,
  MembershipKind,
  UserActivated,
  UserRolesChanged,
} from '../../events.d.ts';
import { type HeldMembership, User, userTable } from './user.entity.js';

/** What an erased person is called. */
const NOBODY = 'Deleted user';
const ORDER: readonly MembershipKind[] = ['OPERATOR', 'STAFF', 'CLIENT'];

type Held = Readonly<Record<string, HeldMembership>>;

/** The user's own columns, as they follow from the memberships. */
function derived(memberships: Held): Partial<User> {
  const all = Object.values(memberships);
  const active = all.filter(({ status }) => status === 'ACTIVE');
  const shown = active.length > 0 ? active : all;
  return {
    memberships,
    kind: ORDER.find((kind) => shown.some((held) => held.kind === kind)) ?? 'STAFF',
    status: shown[0]?.status ?? 'REMOVED',
    roles: [...new Set(active.flatMap(({ roles }) => roles))].sort(),
    clientIds: [...new Set(all.flatMap(({ clientId }) => clientId ?? []))],
  };
}

/** Personal fields read as null once the person's key is erased. */
function named(name: string | null): Pick<User, 'name' | 'nameFolded'> {
  return { name: name ?? NOBODY, nameFolded: foldName(name ?? NOBODY) };
}

function activated(
  row: User | undefined,
  { membershipId, kind, clientId, roles, name, email }: UserActivated,
) {
  const held: HeldMembership = { kind, clientId, roles, status: 'ACTIVE' };
  return {
    ...named(name),
    email: email ?? null,
    emailFolded: email?.toLowerCase() ?? null,
    ...derived({ ...row?.memberships, [membershipId]: held }),
  };
}

function rerolled(held: HeldMembership, { added, removed }: UserRolesChanged): HeldMembership {
  return { ...held, roles: [...held.roles.filter((role) => !removed.includes(role)), ...added] };
}

export const userProjection = projection<IdentityEvents>()({
  name: 'identity.user_face',
  mode: 'inline',
  entity: User,
  table: userTable,
  shared: true,
  on: {
    'identity.UserActivated': {
      key: ({ data }) => data.userId,
      apply: (row, { data }) => activated(row, data),
    },
    'identity.UserProfileUpdated': {
      key: ({ data }) => data.userId,
      apply: (row, { data }) => (row ? named(data.name) : undefined),
    },
    'identity.UserRolesChanged': {
      key: ({ data }) => data.userId,
      apply(row, { data }) {
        const held = row?.memberships[data.membershipId];
        return (
          row && held && derived({ ...row.memberships, [data.membershipId]: rerolled(held, data) })
        );
      },
    },
    'identity.UserDeactivated': {
      key: ({ data }) => data.userId,
      apply(row, { data }) {
        const held = row?.memberships[data.membershipId];
        return (
          row &&
          held &&
          derived({ ...row.memberships, [data.membershipId]: { ...held, status: data.cause } })
        );
      },
    },
  },
});
