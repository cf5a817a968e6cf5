import { FormField } from '@nexus/ui/forms/form-field';
import { PersonPicker } from '@nexus/ui/forms/person-picker';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RateWish } from './rate-form.js';
import { RatePeopleDocument } from './rate-people.generated.js';

/** Whose hours. */
export function RatePersonField() {
  const { t } = useTranslation('rates');
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(RatePeopleDocument, { search: search || null });
  return (
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
  );
}
