import { CommandButton } from '@nexus/ui/actions/command-button';
import { Badge } from '@nexus/ui/components/badge';
import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { MailPlus, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { resendInvitation, revokeInvitation } from './invitation-actions.js';
import type { InvitationRowFragment } from './invitation-row.generated.js';
import { useRoleNames } from './use-role-names.js';

interface InvitationListProps {
  readonly invitations: readonly InvitationRowFragment[];
  /** Undefined where the viewer may not invite. */
  readonly onInvite: (() => void) | undefined;
}

/** Who was invited and has not come yet. */
export function InvitationList({ invitations, onInvite }: InvitationListProps) {
  const { t } = useTranslation('people');
  const nameOf = useRoleNames();
  if (invitations.length === 0) {
    return (
      <EmptyState
        icon={MailPlus}
        title={t('invitations.empty')}
        description={t('invitations.emptyHint')}
        action={
          onInvite && (
            <Button icon={UserPlus} onClick={onInvite}>
              {t('invite.open')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <ul
      aria-label={t('tabs.invitations')}
      className="divide-y divide-line rounded-large border border-line bg-surface"
    >
      {invitations.map((invitation) => {
        const name = invitation.name ?? invitation.email ?? '';
        return (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="grid min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
              <span className="font-medium">{name}</span>
              <span className="text-muted">
                {invitation.email} · {invitation.roles.map(nameOf).join(', ')}
              </span>
            </div>
            <span className="text-small text-muted">
              {invitation.isExpired ? (
                <Badge tone="warning">{t('invitations.expired')}</Badge>
              ) : (
                <>
                  {t('invitations.expires')} <RelativeTime moment={invitation.expiresAt} />
                </>
              )}
            </span>
            <div className="flex flex-wrap gap-2">
              <CommandButton action={resendInvitation} subject={invitation} of={name} />
              <CommandButton action={revokeInvitation} subject={invitation} of={name} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
