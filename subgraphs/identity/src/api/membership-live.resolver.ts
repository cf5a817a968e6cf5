import {
  type GraphContext,
  LiveEvent,
  type LiveEventValue,
  live,
  Requires,
} from '@nexus/kit/graph';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import { canReadMembership } from '../policies/membership.policy.js';
import { Invitation } from '../read/invitation.entity.js';
import { Membership } from '../read/membership.entity.js';

const MembershipEvent = LiveEvent('MembershipEvent', Membership, 'A change of a membership.');
const InvitationEvent = LiveEvent('InvitationEvent', Invitation, 'A change of an invitation.');

interface Args {
  readonly after?: string | null;
}

@Resolver()
export class MembershipLiveResolver {
  @Subscription(() => MembershipEvent, {
    description:
      'Somebody joined, left, came back, or holds another name or other roles. Only memberships within reach are told.',
    subscribe: ({ context, args }) =>
      live(context as GraphContext, {
        types: [
          'identity.UserActivated',
          'identity.UserProfileUpdated',
          'identity.UserRolesChanged',
          'identity.UserDeactivated',
        ],
        after: (args as Args).after,
        async node({ data }, fresh) {
          const row = await fresh.read.row(Membership, String(data.membershipId));
          return row && canReadMembership(fresh.principal, row) ? row : undefined;
        },
      }),
  })
  @Requires('identity:users:read')
  membershipsChanged(
    @Root() event: LiveEventValue<Membership | null>,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): LiveEventValue<Membership | null> {
    return event;
  }

  @Subscription(() => InvitationEvent, {
    description: 'An invitation was sent, sent again, accepted or revoked.',
    subscribe: ({ context, args }) =>
      live(context as GraphContext, {
        types: [
          'identity.InvitationSent',
          'identity.InvitationResent',
          'identity.InvitationAccepted',
          'identity.InvitationRevoked',
        ],
        after: (args as Args).after,
        async node({ data }, fresh) {
          const row = await fresh.read.row(Invitation, String(data.invitationId));
          const { principal } = fresh;
          return row && canReadMembership(principal, { clientId: row.clientId }) ? row : undefined;
        },
      }),
  })
  @Requires('identity:users:write')
  invitationsChanged(
    @Root() event: LiveEventValue<Invitation | null>,
    @Arg('after', () => String, { nullable: true, description: 'A `sequence` to resume behind.' })
    _after?: string,
  ): LiveEventValue<Invitation | null> {
    return event;
  }
}
