import { CommandButton } from '@nexus/ui/actions/command-button';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { DeactivateButton } from './deactivate-button.js';
import { reactivateMember } from './member-actions.js';
import { MemberSessionsSection } from './member-sessions-section.js';
import type { MembershipFactsFragment } from './membership-facts.generated.js';
import type { RoleFactsFragment } from './role-facts.generated.js';
import { RolesForm } from './roles-form.js';

interface MembershipCardProps {
  readonly membership: MembershipFactsFragment;
  readonly name: string;
  readonly roles: readonly RoleFactsFragment[];
}

/** What somebody may through one membership, and what can be done about it. */
export function MembershipCard({ membership, name, roles }: MembershipCardProps) {
  const { t } = useTranslation('people');
  const { moment } = useFormat();
  return (
    <>
      <p className="text-muted">
        {membership.client
          ? t('member.ofClient', { client: membership.client.name })
          : t(`member.of${membership.kind}`)}{' '}
        {t('member.since', { moment: moment(membership.joinedAt) })}
      </p>
      <RolesForm key={membership.version} membership={membership} roles={roles} />
      {membership.viewerCanEndSessions && (
        <MemberSessionsSection membership={membership} name={name} />
      )}
      <div className="flex flex-wrap gap-2">
        <DeactivateButton membership={membership} name={name} />
        <CommandButton action={reactivateMember} subject={membership} of={name} />
      </div>
    </>
  );
}
