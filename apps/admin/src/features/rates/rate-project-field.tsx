import { Combobox } from '@nexus/ui/forms/combobox';
import { FormField } from '@nexus/ui/forms/form-field';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ProjectChoicesDocument } from './project-choices.generated.js';
import type { RateWish } from './rate-form.js';

/** Of which project: its currency is the rate's, and its tasks are those to choose from. */
export function RateProjectField() {
  const { t } = useTranslation('rates');
  const { setValue } = useFormContext<RateWish>();
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(ProjectChoicesDocument, { search: search || null });
  const projects = data?.projects?.nodes ?? [];
  const choose = (id: string | undefined) => {
    const project = projects.find((one) => one.id === id);
    if (!project) return undefined;
    setValue('currency', project.currency);
    setValue('task', null);
    return { id: project.id, name: project.name };
  };
  return (
    <FormField<RateWish, 'project'> name="project" label={t('card.project')} isRequired>
      {({ value, onChange }) => (
        <Combobox
          label={t('card.project')}
          options={projects.map(({ id, name, code }) => ({
            ...{ value: id, label: name, description: code },
          }))}
          value={value && { value: value.id, label: value.name }}
          onChange={(chosen) => onChange(choose(chosen?.value) ?? null)}
          onSearch={setSearch}
          isLoading={isRefreshing}
        />
      )}
    </FormField>
  );
}
