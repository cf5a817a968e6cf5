import { FormField } from '@nexus/ui/forms/form-field';
import { PeoplePicker, PersonPicker } from '@nexus/ui/forms/person-picker';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../use-people.js';
import type { WizardValues } from './wizard.js';

/** Who leads it, and who is in it. */
export function PeopleStep() {
  const { t } = useTranslation('project');
  const managers = usePeople();
  const members = usePeople();
  return (
    <>
      <FormField<WizardValues, 'managerId'> name="managerId" label={t('field.manager')} isRequired>
        {(field) => <PersonPicker {...field} {...managers} label={t('field.manager')} />}
      </FormField>
      <FormField<WizardValues, 'members'>
        name="members"
        label={t('members')}
        hint={t('field.membersHint')}
      >
        {(field) => <PeoplePicker {...field} {...members} label={t('members')} />}
      </FormField>
    </>
  );
}
