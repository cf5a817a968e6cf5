import { Combobox } from '@nexus/ui/forms/combobox';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Textarea } from '@nexus/ui/forms/textarea';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProjectClientsDocument } from './project-clients.generated.js';
import type { WizardValues } from './wizard.js';

/** For whom, and what it is called. */
export function NameStep() {
  const { t } = useTranslation('project');
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(
    ProjectClientsDocument,
    { search: search.trim() || null },
    { policy: 'cache-and-network' },
  );
  const clients = (data?.clients?.nodes ?? []).map(({ id, name, currency }) => ({
    ...{ value: id, label: name, currency },
  }));
  return (
    <>
      <FormField<WizardValues, 'clientId'>
        name="clientId"
        label={t('field.client')}
        hint={t('field.clientHint')}
      >
        {({ value, onChange }) => (
          <Combobox
            label={t('field.client')}
            value={value}
            onChange={(option) =>
              onChange(clients.find((client) => client.value === option?.value) ?? null)
            }
            options={clients}
            onSearch={setSearch}
            isLoading={isRefreshing}
            isClearable
          />
        )}
      </FormField>
      <FormField<WizardValues, 'name'> name="name" label={t('field.name')} isRequired>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField<WizardValues, 'code'>
        name="code"
        label={t('field.code')}
        hint={t('field.codeHint')}
      >
        {(field) => <Input {...field} />}
      </FormField>
      <FormField<WizardValues, 'description'> name="description" label={t('field.description')}>
        {(field) => <Textarea {...field} />}
      </FormField>
    </>
  );
}
