import { say } from '@nexus/ui/actions/say';
import { Button } from '@nexus/ui/components/button';
import { Section } from '@nexus/ui/components/section';
import { Form } from '@nexus/ui/forms/form';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MembershipChangeRolesDocument } from './change-roles.generated.js';
import type { MembershipFactsFragment } from './membership-facts.generated.js';
import type { RoleFactsFragment } from './role-facts.generated.js';
import { RolesField } from './roles-field.js';

interface RolesFormProps {
  readonly membership: MembershipFactsFragment;
  readonly roles: readonly RoleFactsFragment[];
}

/** The roles of a membership, chosen anew; they hold from the next thing that the person does. */
export function RolesForm({ membership, roles }: RolesFormProps) {
  const { t } = useTranslation('people');
  const graph = useClient();
  const form = useForm({ defaultValues: { roles: [...membership.roles] } });
  const serverErrors = useServerErrors(form);
  const { id, version, kind, viewerCanChangeRoles } = membership;
  const submit = async (values: { roles: string[] }) => {
    const { membershipChangeRoles } = await mutate(graph, MembershipChangeRolesDocument, {
      input: { id, roles: values.roles, expectedVersion: version },
    });
    if (!serverErrors.place(membershipChangeRoles)) return;
    say({ title: t('member.rolesChanged'), tone: 'success' });
  };
  return (
    <Section title={t('member.roles')} description={t('member.rolesHint')}>
      <Form form={form} serverErrors={serverErrors} onSubmit={submit}>
        <RolesField
          roles={roles.filter((role) => role.kind === kind)}
          isDisabled={!viewerCanChangeRoles}
        />
        {viewerCanChangeRoles && (
          <Button
            type="submit"
            className="justify-self-start"
            disabled={!form.formState.isDirty}
            isBusy={form.formState.isSubmitting}
          >
            {t('member.changeRoles')}
          </Button>
        )}
      </Form>
    </Section>
  );
}
