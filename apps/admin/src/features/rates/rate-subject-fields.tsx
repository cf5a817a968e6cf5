import { Combobox } from '@nexus/ui/forms/combobox';
import { FormField } from '@nexus/ui/forms/form-field';
import { PersonPicker } from '@nexus/ui/forms/person-picker';
import { Select } from '@nexus/ui/forms/select';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { currencyOptions, optionOf } from '@nexus/ui/i18n/region-options';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LEVELS, type RateWish, ROLES } from './rate-form.js';
import { RatePeopleDocument } from './rate-people.generated.js';

/** Whom a new rate is for, and in which currency. */
export function RateSubjectFields() {
  const { t, i18n } = useTranslation('rates');
  const { watch } = useFormContext<RateWish>();
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(RatePeopleDocument, { search: search || null });
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
      {watch('level') === 'USER' ? (
        <FormField<RateWish, 'user'> name="user" label={t('card.person')} isRequired>
          {({ value, onChange }) => (
            <PersonPicker
              label={t('card.person')}
              people={(data?.users?.nodes ?? []).map(({ id, name, email }) => ({
                ...{ id, name, description: email ?? undefined },
              }))}
              onSearch={setSearch}
              isLoading={isRefreshing}
              value={value}
              onChange={onChange}
            />
          )}
        </FormField>
      ) : (
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
    </>
  );
}
