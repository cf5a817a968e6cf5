import { Combobox } from '@nexus/ui/forms/combobox';
import { FormField } from '@nexus/ui/forms/form-field';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { RateWish } from './rate-form.js';
import { TaskChoicesDocument } from './task-choices.generated.js';

/** Which task of the chosen project. */
export function RateTaskField() {
  const { t } = useTranslation('rates');
  const projectId = useFormContext<RateWish>().watch('project')?.id;
  const [search, setSearch] = useState('');
  const { data, isRefreshing } = useScreen(
    TaskChoicesDocument,
    { projectId: projectId ?? '', search: search || null },
    { isPaused: projectId === undefined },
  );
  return (
    <FormField<RateWish, 'task'> name="task" label={t('card.task')} isRequired>
      {({ value, onChange }) => (
        <Combobox
          label={t('card.task')}
          options={(data?.tasks?.nodes ?? []).map(({ id, number, title }) => ({
            ...{ value: id, label: title, description: number },
          }))}
          value={value && { value: value.id, label: value.name }}
          onChange={(chosen) => onChange(chosen ? { id: chosen.value, name: chosen.label } : null)}
          onSearch={setSearch}
          isLoading={isRefreshing}
          emptyText={t(projectId ? 'card.noTask' : 'card.projectFirst')}
        />
      )}
    </FormField>
  );
}
