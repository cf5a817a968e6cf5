import { type Cache, type CacheRules, forget, relayPagination } from '@nexus/ui/graph/cache-rules';
import type { MembershipChangedSubscription } from './membership-changed.generated.js';

/** What happens to the lists of people and invitations, beyond what an event's `node` says by itself. */
export const peopleRules: CacheRules = {
  resolvers: { Query: { users: relayPagination() } },
  updates: {
    Mutation: {
      memberInvite: forgetInvitations,
      invitationRevoke: forgetInvitations,
      membershipEndSessions(_result, { input }, cache) {
        const { id } = input as { readonly id: string };
        cache.invalidate({ __typename: 'Membership', id }, 'sessions');
      },
      membershipDeactivate(_result, { input }, cache) {
        const { id } = input as { readonly id: string };
        cache.invalidate({ __typename: 'Membership', id }, 'sessions');
      },
    },
    Subscription: {
      invitationsChanged: forgetInvitations,
      membershipsChanged({ membershipsChanged }: MembershipChangedSubscription, _args, cache) {
        if (isBeginning(membershipsChanged.kind)) forget(cache, 'users');
      },
    },
  },
};

/** Whether somebody is new in the list by this event. */
export const isBeginning = (kind: string) => kind.endsWith('UserActivated');

function forgetInvitations(_result: unknown, _args: unknown, cache: Cache): void {
  forget(cache, 'invitations');
}
