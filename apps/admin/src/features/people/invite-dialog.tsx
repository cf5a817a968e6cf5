import { say } from '@nexus/ui/actions/say';
import { Button } from '@nexus/ui/components/button';
import { Dialog } from '@nexus/ui/components/dialog';
import { Form } from '@nexus/ui/forms/form';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { useServerErrors } from '@nexus/ui/forms/use-server-errors';
import { mutate } from '@nexus/ui/graph/ask';
import { useText } from '@nexus/ui/i18n/use-text';
import { useViewer } from '@nexus/ui/session/viewer';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MemberInviteDocument } from './invite.generated.js';
import type { RoleFactsFragment } from './role-facts.generated.js';
import { RolesField } from './roles-field.js';

interface InviteDialogProps {
  readonly roles: readonly RoleFactsFragment[];
  readonly onClose: (isInvited: boolean) => void;
}

interface Wish {
  name: string;
  email: string;
  roles: string[];
}

/** Invites somebody to the viewer's own side; people of clients are invited where their client is. */
export function InviteDialog({ roles, onClose }: InviteDialogProps) {
  const { t } = useTranslation('people');
  const text = useText();
  const graph = useClient();
  const formId = useId();
  const { kind } = useViewer().user;
  const form = useForm<Wish>({ defaultValues: { name: '', email: '', roles: [] } });
  const serverErrors = useServerErrors(form);
  const submit = async (wish: Wish) => {
    const { memberInvite } = await mutate(graph, MemberInviteDocument, {
      input: { ...wish, kind },
    });
    if (!serverErrors.place(memberInvite)) return;
    say({ title: t('invite.done', { email: wish.email }), tone: 'success' });
    onClose(true);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={() => onClose(false)}
      title={t('invite.title')}
      description={t('invite.hint')}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{text('ui:cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isBusy={form.formState.isSubmitting}
          >
            {t('invite.submit')}
          </Button>
        </>
      }
    >
      <Form form={form} id={formId} serverErrors={serverErrors} onSubmit={submit}>
        <FormField name="name" label={t('invite.name')} isRequired>
          {(field) => <Input {...field} />}
        </FormField>
        <FormField name="email" label={t('invite.email')} isRequired>
          {(field) => <Input {...field} type="email" />}
        </FormField>
        <RolesField roles={roles.filter((role) => role.kind === kind)} />
      </Form>
    </Dialog>
  );
}
