import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Input } from '@nexus/ui/forms/input';
import { Select } from '@nexus/ui/forms/select';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { BuyingRole, ContactCardFragment } from './contact-card.generated.js';
import { ContactCreateDocument } from './contact-create.generated.js';
import { ContactUpdateDocument } from './contact-update.generated.js';

const ROLES = [
  'DECISION_MAKER',
  'CHAMPION',
  'TECHNICAL',
  'BILLING',
  'USER',
] as const satisfies readonly BuyingRole[];
const NONE = 'none';

interface Values {
  name: string;
  email: string;
  phone: string;
  title: string;
  buyingRole: BuyingRole | typeof NONE;
}

type ContactDialogProps = { readonly onClose: () => void } & (
  | { readonly contact: ContactCardFragment }
  | { readonly clientId: string }
);

/** Adds a person to a client, or changes what is known of one. */
export function ContactDialog({ onClose, ...about }: ContactDialogProps) {
  const { t } = useTranslation('clients');
  const graph = useClient();
  const contact = 'contact' in about ? about.contact : undefined;
  const save = async ({ name, email, phone, title, buyingRole }: Values) => {
    const facts = {
      ...{ name: name.trim(), email: email.trim() || null, phone: phone.trim() || null },
      ...{ title: title.trim() || null, buyingRole: buyingRole === NONE ? null : buyingRole },
    };
    if ('clientId' in about) {
      const input = { clientId: about.clientId, ...facts };
      return (await mutate(graph, ContactCreateDocument, { input })).contactCreate;
    }
    const { id, version } = about.contact;
    const input = { id, expectedVersion: version, ...facts };
    return (await mutate(graph, ContactUpdateDocument, { input })).contactUpdate;
  };
  return (
    <FormDialog<Values>
      title={t(contact ? 'contact.update' : 'actions.contact')}
      submitLabel={t(contact ? 'save' : 'create')}
      cancelLabel={t('cancel')}
      defaultValues={{
        ...{ name: contact?.name ?? '', email: contact?.email ?? '', phone: contact?.phone ?? '' },
        ...{ title: contact?.title ?? '', buyingRole: contact?.buyingRole ?? NONE },
      }}
      onClose={onClose}
      onSubmit={save}
    >
      <FormField<Values, 'name'> name="name" label={t('field.name')} isRequired>
        {(field) => <Input {...field} />}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField<Values, 'email'> name="email" label={t('field.email')}>
          {(field) => <Input {...field} inputMode="email" />}
        </FormField>
        <FormField<Values, 'phone'> name="phone" label={t('field.phone')}>
          {(field) => <Input {...field} inputMode="tel" />}
        </FormField>
        <FormField<Values, 'title'> name="title" label={t('field.title')}>
          {(field) => <Input {...field} />}
        </FormField>
        <FormField<Values, 'buyingRole'> name="buyingRole" label={t('field.buyingRole')}>
          {(field) => (
            <Select
              {...field}
              options={[
                { value: NONE, label: t('buyingRole.none') },
                ...ROLES.map((value) => ({ value, label: t(`buyingRole.${value}`) })),
              ]}
            />
          )}
        </FormField>
      </div>
    </FormDialog>
  );
}
