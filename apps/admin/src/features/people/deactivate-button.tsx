import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { Button } from '@nexus/ui/components/button';
import { ConfirmDialog } from '@nexus/ui/components/confirm-dialog';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deactivateMember } from './member-actions.js';
import type { MembershipFactsFragment } from './membership-facts.generated.js';

interface DeactivateButtonProps {
  readonly membership: MembershipFactsFragment;
  readonly name: string;
}

const CAUSES = ['SUSPENDED', 'REMOVED'] as const;

/** Shuts a member out, for now or for good, once it was said what that does. */
export function DeactivateButton({ membership, name }: DeactivateButtonProps) {
  const { t } = useTranslation('people');
  const context = useActionContext();
  const [asked, setAsked] = useState<(typeof CAUSES)[number] | null>(null);
  if (!deactivateMember.isAllowed({ membership, cause: 'SUSPENDED' })) return null;
  return (
    <>
      {CAUSES.map((cause) => (
        <Button key={cause} icon={deactivateMember.icon} onClick={() => setAsked(cause)}>
          {t(`member.causes.${cause}.open`)}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          isOpen
          onOpenChange={() => setAsked(null)}
          title={t(`member.causes.${asked}.title`, { name })}
          description={t(`member.causes.${asked}.meaning`, { name })}
          confirmLabel={t(`member.causes.${asked}.confirm`)}
          isDangerous
          onConfirm={() => runAction(deactivateMember, { membership, cause: asked }, context)}
        />
      )}
    </>
  );
}
