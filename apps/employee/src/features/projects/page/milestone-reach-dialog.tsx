import { todayIn } from '@nexus/ui/components/iso-date';
import { useRegion } from '@nexus/ui/components/region';
import { DateInput } from '@nexus/ui/forms/date-input';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { MilestoneFactsFragment } from './milestone-facts.generated.js';
import { MilestoneReachDocument } from './milestone-reach.generated.js';

interface Values {
  on: string | null;
}

interface MilestoneReachDialogProps {
  readonly milestone: MilestoneFactsFragment;
  readonly onClose: () => void;
}

/** Says that a milestone is reached, and when it was. */
export function MilestoneReachDialog({ milestone, onClose }: MilestoneReachDialogProps) {
  const { t } = useTranslation('project');
  const { timeZone } = useRegion();
  const graph = useClient();
  const today = todayIn(timeZone);
  return (
    <FormDialog<Values>
      size="small"
      title={t('milestone.reachOne', { name: milestone.name })}
      description={t(milestone.billableAmount ? 'milestone.reachBilled' : 'milestone.reachHint')}
      submitLabel={t('milestone.reach')}
      cancelLabel={t('cancelDialog')}
      defaultValues={{ on: today }}
      onClose={onClose}
      onSubmit={async ({ on }) => {
        const input = { id: milestone.id, on: on ?? today };
        return (await mutate(graph, MilestoneReachDocument, { input })).milestoneReach;
      }}
    >
      <FormField<Values, 'on'> name="on" label={t('milestone.on')} isRequired>
        {(field) => <DateInput {...field} max={today} />}
      </FormField>
    </FormDialog>
  );
}
