import { FormDialog } from '@nexus/ui/forms/form-dialog';
import { FormField } from '@nexus/ui/forms/form-field';
import { Textarea } from '@nexus/ui/forms/textarea';
import { mutate } from '@nexus/ui/graph/ask';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ContactCardFragment } from './contact-card.generated.js';
import { ContactEraseDocument } from './contact-erase.generated.js';

interface Values {
  reason: string;
}

interface ContactErasureProps {
  readonly contact: ContactCardFragment;
  readonly onClose: () => void;
}

/** Asks before a person's data is erased for good, and says what that means. */
export function ContactErasure({ contact, onClose }: ContactErasureProps) {
  const { t } = useTranslation('clients');
  const graph = useClient();
  return (
    <FormDialog<Values>
      isDangerous
      title={t('erase.title', { name: contact.name })}
      description={t('erase.description')}
      submitLabel={t('erase.submit')}
      cancelLabel={t('cancel')}
      defaultValues={{ reason: '' }}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        const { contactErase } = await mutate(graph, ContactEraseDocument, {
          input: { id: contact.id, reason: reason.trim() },
        });
        return contactErase;
      }}
    >
      <ul className="grid list-disc gap-1 pl-5">
        <li>{t('erase.data')}</li>
        <li>{t('erase.portal')}</li>
        <li>{t('erase.kept')}</li>
      </ul>
      <FormField<Values, 'reason'>
        name="reason"
        label={t('erase.reason')}
        hint={t('erase.reasonHint')}
        isRequired
      >
        {(field) => <Textarea {...field} />}
      </FormField>
    </FormDialog>
  );
}
