import { say } from '@nexus/ui/actions/say';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { mutate } from '@nexus/ui/graph/ask';
import { useText } from '@nexus/ui/i18n/use-text';
import { useViewer } from '@nexus/ui/session/viewer';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MemberInviteDocument } from './invite.generated.js';
import type { RoleFactsFragment } from './role-facts.generated.js';
import { RolesField } from './roles-field.js';

interface InviteDialogProps {
  readonly roles: readonly RoleFactsFragment[];
  readonly onInvited: () => void;
  readonly onClose: () => void;
}

interface Wish {
  name: string;
  email: string;
  roles: string[];
}

/** Invites somebody to the viewer's own side; people of clients are invited where their client is. */
export function InviteDialog({ roles, onInvited, onClose }: InviteDialogProps) {
  const { t } = useTranslation('people');
  const text = useText();
  const graph = useClient();
  const { kind } = useViewer().user;
  const invite = async (wish: Wish) => {
    const { memberInvite } = await mutate(graph, MemberInviteDocument, {
      input: { ...wish, kind },
    });
    if (memberInvite.errors.length === 0) {
      say({ title: t('invite.done', { email: wish.email }), tone: 'success' });
      onInvited();
    }
    return memberInvite;
  };
  return (
    <FormDialog<Wish>
      title={t('invite.title')}
      description={t('invite.hint')}
      submitLabel={t('invite.submit')}
      cancelLabel={text('ui:cancel')}
      defaultValues={{ name: '', email: '', roles: [] }}
      onSubmit={invite}
      onClose={onClose}
    >
      <FormField name="name" label={t('invite.name')} isRequired>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField name="email" label={t('invite.email')} isRequired>
        {(field) => <Input {...field} type="email" />}
      </FormField>
      <RolesField roles={roles.filter((role) => role.kind === kind)} />
    </FormDialog>
  );
}
