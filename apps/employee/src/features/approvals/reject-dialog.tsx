import { runAction } from '@nexus/ui/actions/run-action';
import { useActionContext } from '@nexus/ui/actions/use-commands';
import { ReasonDialog } from '@nexus/ui/forms/reason-dialog';
import { useTranslation } from 'react-i18next';
import { type Decision, rejectTime } from './approval-actions.js';

interface RejectDialogProps extends Decision {
  readonly onClose: () => void;
}

/** Asks why: whoever worked reads it beside their hours. */
export function RejectDialog({ entries, onRefused, onClose }: RejectDialogProps) {
  const { t } = useTranslation('approvals');
  const context = useActionContext();
  const reject = async (reason: string) => {
    // What is refused stays in the list, each with its cause: the dialog has nothing to add.
    await runAction(rejectTime, { entries, onRefused, reason }, context);
    return { errors: [] };
  };
  return (
    <ReasonDialog
      isDangerous
      title={t('rejecting.title', { count: entries.length })}
      description={t('rejecting.description')}
      label={t('rejecting.reason')}
      longest={2_000}
      submitLabel={t('reject')}
      cancelLabel={t('rejecting.cancel')}
      onReason={reject}
      onClose={onClose}
    />
  );
}
