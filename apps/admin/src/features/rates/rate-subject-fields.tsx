import { Combobox } from '@nexus/ui/forms/combobox';
import { FormField } from '@nexus/ui/forms/form-field';
import { Select } from '@nexus/ui/forms/select';
import { currencyOptions, optionOf } from '@nexus/ui/i18n/region-options';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LEVELS, type RateWish, ROLES, SUBJECTS } from './rate-form.js';
import { RatePersonField } from './rate-person-field.js';
import { RateProjectField } from './rate-project-field.js';
import { RateTaskField } from './rate-task-field.js';

/** Whom a new rate is for, and in which currency: that of the project, where there is one. */
export function RateSubjectFields() {
  const { t, i18n } = useTranslation('rates');
  const asked: readonly string[] = SUBJECTS[useFormContext<RateWish>().watch('level')];
  const currencies = currencyOptions(i18n.language);
  return (
    <>
      <FormField<RateWish, 'level'> name="level" label={t('card.level')}>
        {({ value, onChange }) => (
          <Select
            value={value}
            onChange={onChange}
            options={LEVELS.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
          />
        )}
      </FormField>
      {asked.includes('project') && <RateProjectField />}
      {asked.includes('task') && <RateTaskField />}
      {asked.includes('user') && <RatePersonField />}
      {asked.includes('role') && (
        <FormField<RateWish, 'role'> name="role" label={t('card.role')}>
          {({ value, onChange }) => (
            <Select
              value={value}
              onChange={onChange}
              options={ROLES.map((role) => ({ value: role, label: t(`projectRoles.${role}`) }))}
            />
          )}
        </FormField>
      )}
      {!asked.includes('project') && (
        <FormField<RateWish, 'currency'> name="currency" label={t('card.currency')}>
          {({ value, onChange }) => (
            <Combobox
              label={t('card.currency')}
              options={currencies}
              value={optionOf(currencies, value)}
              onChange={(chosen) => chosen && onChange(chosen.value)}
            />
          )}
        </FormField>
      )}
    </>
  );
}
