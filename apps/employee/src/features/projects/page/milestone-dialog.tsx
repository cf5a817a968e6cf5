import type { Money } from '@nexus/ui/components/decimal';
import { DateInput } from '@nexus/ui/forms/date-input';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MilestoneAddDocument } from './milestone-add.generated.js';
import type { ProjectDialogProps } from './project-dialog.js';

interface Values {
  name: string;
  due: string | null;
  billableAmount: Money | null;
}

/** Adds a milestone; what it is worth is billed when it is reached. */
export function MilestoneDialog({ project, onClose }: ProjectDialogProps) {
  const { t } = useTranslation('project');
  const graph = useClient();
  return (
    <FormDialog<Values>
      title={t('actions.milestone')}
      submitLabel={t('add')}
      cancelLabel={t('cancelDialog')}
      defaultValues={{ name: '', due: null, billableAmount: null }}
      onClose={onClose}
      onSubmit={async ({ name, due, billableAmount }) => {
        const { milestoneAdd } = await mutate(graph, MilestoneAddDocument, {
          input: {
            ...{ projectId: project.id, name: name.trim(), due: due ?? '' },
            ...(billableAmount && { billableAmount }),
          },
        });
        return milestoneAdd;
      }}
    >
      <FormField<Values, 'name'> name="name" label={t('field.name')} isRequired>
        {(field) => <Input {...field} />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values, 'due'> name="due" label={t('milestone.due')} isRequired>
          {(field) => <DateInput {...field} />}
        </FormField>
        {project.viewerCanSeeFinance && (
          <FormField<Values, 'billableAmount'>
            name="billableAmount"
            label={t('milestone.amount')}
            hint={t('milestone.amountHint')}
          >
            {(field) => <MoneyInput {...field} currency={project.currency} />}
          </FormField>
        )}
      </div>
    </FormDialog>
  );
}
