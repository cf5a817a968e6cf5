import { FormField } from '@nexus/ui/forms/form-field';
import { MoneyInput } from '@nexus/ui/forms/money-input';
import { RadioGroup } from '@nexus/ui/forms/radio-group';
import { useTranslation } from 'react-i18next';
import type { BudgetKind } from './project-create.generated.js';
import type { WizardValues } from './wizard.js';

const KINDS = [
  'TIME_AND_MATERIALS',
  'FIXED_PRICE',
  'RETAINER',
  'NON_BILLABLE',
] as const satisfies readonly BudgetKind[];

interface BillingStepProps {
  readonly currency: string;
  readonly kind: BudgetKind;
}

/** How it is paid, and what it may cost. */
export function BillingStep({ currency, kind }: BillingStepProps) {
  const { t } = useTranslation('project');
  return (
    <>
      <FormField<WizardValues, 'kind'> name="kind" label={t('field.kind')}>
        {(field) => (
          <RadioGroup
            {...field}
            options={KINDS.map((value) => ({
              ...{ value, label: t(`budget.${value}`), hint: t(`budgetHint.${value}`) },
            }))}
          />
        )}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        {kind !== 'NON_BILLABLE' && (
          <FormField<WizardValues, 'amount'>
            name="amount"
            label={t('field.amount')}
            isRequired={kind === 'FIXED_PRICE'}
          >
            {(field) => <MoneyInput {...field} currency={currency} />}
          </FormField>
        )}
        <FormField<WizardValues, 'cost'> name="cost" label={t('field.cost')}>
          {(field) => <MoneyInput {...field} currency={currency} />}
        </FormField>
      </div>
    </>
  );
}
