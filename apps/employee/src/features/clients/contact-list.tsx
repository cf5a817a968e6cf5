import { EmptyState } from '@nexus/ui/components/empty-state';
import { Section } from '@nexus/ui/components/section';
import { Users } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactQuestion } from './contact-actions.js';
import type { ContactCardFragment } from './contact-card.generated.js';
import { ContactRow } from './contact-row.js';

const Questions = lazy(() =>
  import('./contact-questions.js').then((loaded) => ({ default: loaded.ContactQuestions })),
);

interface Asked {
  readonly contact: ContactCardFragment;
  readonly question: ContactQuestion;
}

/** Whom one speaks to at a client. */
export function ContactList({ contacts }: { readonly contacts: readonly ContactCardFragment[] }) {
  const { t } = useTranslation('clients');
  const [asked, setAsked] = useState<Asked>();
  const ask = useCallback(
    (contact: ContactCardFragment, question: ContactQuestion) => setAsked({ contact, question }),
    [],
  );
  return (
    <Section title={t('contacts')} isFlush>
      {contacts.length === 0 && (
        <EmptyState icon={Users} title={t('contact.none')} description={t('contact.noneHint')} />
      )}
      <ul aria-label={t('contacts')} className="divide-y divide-line">
        {contacts.map((contact) => (
          <ContactRow key={contact.id} contact={contact} onAsk={ask} />
        ))}
      </ul>
      {asked && (
        <Suspense>
          <Questions {...asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </Section>
  );
}
