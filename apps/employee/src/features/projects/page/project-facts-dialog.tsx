import type { Money } from '@nexus/ui/components/decimal';
import { DateInput } from '@nexus/ui/forms/date-input';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ProjectDialogProps } from './project-dialog.js';
import { ProjectUpdateDocument } from './project-update.generated.js';

interface Values {
  name: string;
  description: string;
  start: string | null;
  end: string | null;
  amount: Money | null;
}

const FIELDS = { budget: 'amount', 'budget.amount': 'amount' };

/** Changes what is known of a project, its budget too where the viewer sees it. */
export function ProjectFactsDialog({ project, onClose }: ProjectDialogProps) {
  const { t } = useTranslation('project');
  const graph = useClient();
  const { id, version, budget, currency } = project;
  const hasPrice = budget !== null && budget.kind !== 'NON_BILLABLE';
  const save = async ({ name, description, start, end, amount }: Values) => {
    const isSame = amount?.amount === budget?.amount?.amount;
    const input = {
      ...{ id, expectedVersion: version, name: name.trim() },
      ...{ description: description.trim() || null, end },
      ...(start && { start }),
      ...(budget &&
        !isSame && {
          budget: { kind: budget.kind, amount: moneyOf(amount), cost: moneyOf(budget.cost) },
        }),
    };
    return (await mutate(graph, ProjectUpdateDocument, { input })).projectUpdate;
  };
  return (
    <FormDialog<Values>
      title={t('actions.update')}
      submitLabel={t('save')}
      cancelLabel={t('cancelDialog')}
      fieldOf={FIELDS}
      defaultValues={{
        ...{ name: project.name, description: project.description ?? '' },
        ...{ start: project.start, end: project.end, amount: budget?.amount ?? null },
      }}
      onClose={onClose}
      onSubmit={save}
    >
      <FormField<Values, 'name'> name="name" label={t('field.name')} isRequired>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField<Values, 'description'> name="description" label={t('field.description')}>
        {(field) => <Textarea {...field} />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values, 'start'> name="start" label={t('field.start')} isRequired>
          {(field) => <DateInput {...field} />}
        </FormField>
        <FormField<Values, 'end'> name="end" label={t('field.end')}>
          {(field) => <DateInput {...field} />}
        </FormField>
        {hasPrice && (
          <FormField<Values, 'amount'> name="amount" label={t('field.amount')}>
            {(field) => <MoneyInput {...field} currency={budget.amount?.currency ?? currency} />}
          </FormField>
        )}
      </div>
    </FormDialog>
  );
}

/** As an input takes it, without what the cache keeps beside. */
const moneyOf = (money: Money | null) =>
  money && { amount: money.amount, currency: money.currency };
