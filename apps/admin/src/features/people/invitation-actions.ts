import type { Action } from '@nexus/ui/actions/action';
import { mutate } from '@nexus/ui/graph/ask';
import { Send, X } from 'lucide-react';
import { InvitationResendDocument } from './invitation-resend.generated.js';
import { InvitationRevokeDocument } from './invitation-revoke.generated.js';
import type { InvitationRowFragment } from './invitation-row.generated.js';

export const resendInvitation: Action<InvitationRowFragment> = {
  id: 'invitation.resend',
  labelKey: 'people:invitations.resend',
  icon: Send,
  isAllowed: ({ viewerCanResend }) => viewerCanResend,
  doneKey: 'people:invitations.resent',
  async perform({ id }, { graph }) {
    const { invitationResend } = await mutate(graph, InvitationResendDocument, { input: { id } });
    return invitationResend.errors;
  },
};

/** Makes its token worthless; somebody revoked by mistake is invited anew. */
export const revokeInvitation: Action<InvitationRowFragment> = {
  id: 'invitation.revoke',
  labelKey: 'people:invitations.revoke',
  icon: X,
  isAllowed: ({ viewerCanRevoke }) => viewerCanRevoke,
  doneKey: 'people:invitations.revoked',
  async perform({ id }, { graph }) {
    const { invitationRevoke } = await mutate(graph, InvitationRevokeDocument, { input: { id } });
    return invitationRevoke.errors;
  },
};
