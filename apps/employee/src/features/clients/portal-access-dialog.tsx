import { Checkbox } from '@nexus/ui/forms/checkbox';
import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { RadioGroup } from '@nexus/ui/forms/radio-group';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ContactCardFragment, PortalRole } from './contact-card.generated.js';
import { PortalAccessGrantDocument } from './portal-access-grant.generated.js';

interface Values {
  role: PortalRole;
  billing: boolean;
}

interface PortalAccessDialogProps {
  readonly contact: ContactCardFragment;
  readonly onClose: () => void;
}

/** Opens the client portal to a person; an invitation goes out by mail. */
export function PortalAccessDialog({ contact, onClose }: PortalAccessDialogProps) {
  const { t } = useTranslation('clients');
  const graph = useClient();
  return (
    <FormDialog<Values>
      title={t('portal.title', { name: contact.name })}
      description={t('portal.description', { email: contact.email ?? '' })}
      submitLabel={t('contact.grant')}
      cancelLabel={t('cancel')}
      defaultValues={{
        role: contact.portalAccess?.role ?? 'CLIENT_MEMBER',
        billing: contact.portalAccess?.billing ?? false,
      }}
      onClose={onClose}
      onSubmit={async (values) => {
        const { portalAccessGrant } = await mutate(graph, PortalAccessGrantDocument, {
          input: { contactId: contact.id, ...values },
        });
        return portalAccessGrant;
      }}
    >
      <FormField<Values, 'role'> name="role" label={t('portal.role')}>
        {(field) => (
          <RadioGroup
            {...field}
            options={[
              {
                ...{ value: 'CLIENT_MEMBER', label: t('portal.CLIENT_MEMBER') },
                hint: t('portal.memberHint'),
              },
              {
                ...{ value: 'CLIENT_ADMIN', label: t('portal.CLIENT_ADMIN') },
                hint: t('portal.adminHint'),
              },
            ]}
          />
        )}
      </FormField>
      <FormField<Values, 'billing'> name="billing" label={t('portal.money')}>
        {({ value, onChange }) => (
          <Checkbox label={t('portal.billing')} isChecked={value} onChange={onChange} />
        )}
      </FormField>
    </FormDialog>
  );
}
