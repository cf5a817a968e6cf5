import { DateInput } from '@nexus/ui/forms/date-input';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { MilestoneFactsFragment } from './milestone-facts.generated.js';
import { MilestoneRescheduleDocument } from './milestone-reschedule.generated.js';

interface Values {
  due: string | null;
  reason: string;
}

interface MilestoneMoveDialogProps {
  readonly milestone: MilestoneFactsFragment;
  readonly onClose: () => void;
}

/** Puts a milestone on another day, and says why. */
export function MilestoneMoveDialog({ milestone, onClose }: MilestoneMoveDialogProps) {
  const { t } = useTranslation('project');
  const graph = useClient();
  return (
    <FormDialog<Values>
      size="small"
      title={t('milestone.moveOne', { name: milestone.name })}
      submitLabel={t('milestone.move')}
      cancelLabel={t('cancelDialog')}
      defaultValues={{ due: milestone.due, reason: '' }}
      onClose={onClose}
      onSubmit={async ({ due, reason }) => {
        const { milestoneReschedule } = await mutate(graph, MilestoneRescheduleDocument, {
          input: { id: milestone.id, due: due ?? milestone.due, reason: reason.trim() },
        });
        return milestoneReschedule;
      }}
    >
      <FormField<Values, 'due'> name="due" label={t('milestone.due')} isRequired>
        {(field) => <DateInput {...field} />}
      </FormField>
      <FormField<Values, 'reason'> name="reason" label={t('reason')} isRequired>
        {(field) => <Textarea {...field} />}
      </FormField>
    </FormDialog>
  );
}
