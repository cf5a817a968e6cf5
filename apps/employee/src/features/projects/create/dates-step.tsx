import { DateInput } from '@nexus/ui/forms/date-input';
import { FormField } from '@nexus/ui/forms/form-field';
import { useTranslation } from 'react-i18next';
import type { WizardValues } from './wizard.js';

/** From when to when. */
export function DatesStep() {
  const { t } = useTranslation('project');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField<WizardValues, 'start'>
        name="start"
        label={t('field.start')}
        hint={t('field.startHint')}
      >
        {(field) => <DateInput {...field} />}
      </FormField>
      <FormField<WizardValues, 'end'> name="end" label={t('field.end')} hint={t('field.endHint')}>
        {(field) => <DateInput {...field} />}
      </FormField>
    </div>
  );
}
