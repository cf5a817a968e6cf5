import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { LogOut, UserCheck, UserX } from 'lucide-react';
import type { DeactivationCause } from './deactivate.generated.js';
import { MembershipDeactivateDocument } from './deactivate.generated.js';
import { MembershipEndSessionsDocument } from './end-sessions.generated.js';
import type { MembershipFactsFragment } from './membership-facts.generated.js';
import { MembershipReactivateDocument } from './reactivate.generated.js';

/** A member to be shut out, for now or for good. */
export interface Deactivation {
  readonly membership: MembershipFactsFragment;
  readonly cause: DeactivationCause;
}

export const deactivateMember: Action<Deactivation> = {
  id: 'member.deactivate',
  labelKey: 'people:member.deactivate',
  icon: UserX,
  isAllowed: ({ membership }) => membership.viewerCanDeactivate,
  doneKey: 'people:member.deactivated',
  async perform({ membership: { id }, cause }, { graph }) {
    const { membershipDeactivate } = await mutate(graph, MembershipDeactivateDocument, {
      input: { id, cause },
    });
    return membershipDeactivate.errors;
  },
};

export const reactivateMember: Action<MembershipFactsFragment> = {
  id: 'member.reactivate',
  labelKey: 'people:member.reactivate',
  icon: UserCheck,
  isAllowed: ({ viewerCanReactivate }) => viewerCanReactivate,
  doneKey: 'people:member.reactivated',
  async perform({ id }, { graph }) {
    const { membershipReactivate } = await mutate(graph, MembershipReactivateDocument, {
      input: { id },
    });
    return membershipReactivate.errors;
  },
};

/** One session of a member, or all but the one that asks. */
export interface MemberSessions {
  readonly membership: MembershipFactsFragment;
  readonly sessionId?: string;
}

export const endMemberSessions: Action<MemberSessions> = {
  id: 'member.end-sessions',
  labelKey: 'people:sessions.endAll',
  icon: LogOut,
  isAllowed: ({ membership }) => membership.viewerCanEndSessions,
  doneKey: 'people:sessions.ended',
  async perform({ membership: { id }, sessionId }, { graph }) {
    const { membershipEndSessions } = await mutate(graph, MembershipEndSessionsDocument, {
      input: { id, ...(sessionId !== undefined && { sessionId }) },
    });
    return membershipEndSessions.errors;
  },
};
