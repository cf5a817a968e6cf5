import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { type PersonOption, PersonPicker } from '@nexus/ui/forms/person-picker';
import { Select } from '@nexus/ui/forms/select';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { usePeople } from '../use-people.js';
import type { ProjectDialogProps } from './project-dialog.js';
import { ProjectManagerChangeDocument } from './project-manager-change.generated.js';
import { ProjectMemberAddDocument, type ProjectRole } from './project-member-add.generated.js';

const ROLES = ['MEMBER', 'LEAD', 'OBSERVER'] as const satisfies readonly ProjectRole[];

interface Values {
  userId: PersonOption | null;
  role: ProjectRole;
}

interface MemberDialogProps extends ProjectDialogProps {
  /** Whoever is chosen leads the project from then on. */
  readonly isManager: boolean;
}

/** Takes somebody into a project, or gives it to them. */
export function MemberDialog({ project, isManager, onClose }: MemberDialogProps) {
  const { t } = useTranslation('project');
  const graph = useClient();
  const { people, onSearch, isLoading } = usePeople();
  const save = async ({ userId: person, role }: Values) => {
    const input = { projectId: project.id, userId: person?.id ?? '' };
    if (isManager) {
      return (await mutate(graph, ProjectManagerChangeDocument, { input })).projectManagerChange;
    }
    const { projectMemberAdd } = await mutate(graph, ProjectMemberAddDocument, {
      input: { ...input, role },
    });
    return projectMemberAdd;
  };
  return (
    <FormDialog<Values>
      size="small"
      title={t(isManager ? 'actions.manager' : 'actions.member')}
      submitLabel={t(isManager ? 'save' : 'add')}
      cancelLabel={t('cancelDialog')}
      defaultValues={{ userId: null, role: 'MEMBER' }}
      onClose={onClose}
      onSubmit={save}
    >
      <FormField<Values, 'userId'> name="userId" label={t('member.person')} isRequired>
        {(field) => (
          <PersonPicker
            {...field}
            {...{ people, onSearch, isLoading }}
            label={t('member.person')}
          />
        )}
      </FormField>
      {!isManager && (
        <FormField<Values, 'role'> name="role" label={t('member.role')}>
          {(field) => (
            <Select
              {...field}
              options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
            />
          )}
        </FormField>
      )}
    </FormDialog>
  );
}
