import { SessionList } from '@nexus/ui/account/session-list';
import { CommandButton } from '@nexus/ui/actions/command-button';
import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Section } from '@nexus/ui/components/section';
import { SkeletonGroup } from '@nexus/ui/components/skeleton-group';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useTranslation } from 'react-i18next';
import { endMemberSessions } from './member-actions.js';
import type { MembershipFactsFragment } from './membership-facts.generated.js';
import { PersonSessionsDocument } from './person-sessions.generated.js';

interface MemberSessionsSectionProps {
  readonly membership: MembershipFactsFragment;
  readonly name: string;
}

/** Where a member is signed in; each session, or all of them, can be ended. */
export function MemberSessionsSection({ membership, name }: MemberSessionsSectionProps) {
  const { t } = useTranslation('people');
  const context = useActionContext();
  const { id } = membership;
  const { data } = useScreen(PersonSessionsDocument, { id }, { policy: 'cache-and-network' });
  const sessions = data?.membership?.sessions ?? [];
  return (
    <Section
      title={t('sessions.title')}
      actions={
        sessions.some(({ current }) => !current) && (
          <CommandButton action={endMemberSessions} subject={{ membership }} of={name} />
        )
      }
      isFlush
    >
      {data ? (
        <SessionList
          sessions={sessions}
          onEnd={({ id: sessionId }) =>
            void runAction(endMemberSessions, { membership, sessionId }, context)
          }
        />
      ) : (
        <div className="p-4">
          <SkeletonGroup />
        </div>
      )}
    </Section>
  );
}
