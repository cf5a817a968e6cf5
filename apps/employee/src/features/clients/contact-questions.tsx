import type { ContactQuestion } from './contact-actions.js';
import type { ContactCardFragment } from './contact-card.generated.js';
import { ContactDialog } from './contact-dialog.js';
import { ContactErasure } from './contact-erasure.js';
import { PortalAccessDialog } from './portal-access-dialog.js';

interface ContactQuestionsProps {
  readonly contact: ContactCardFragment;
  readonly question: ContactQuestion;
  readonly onClose: () => void;
}

/** The dialog that belongs to a question. */
export function ContactQuestions({ contact, question, onClose }: ContactQuestionsProps) {
  switch (question) {
    case 'update':
      return <ContactDialog contact={contact} onClose={onClose} />;
    case 'grant':
      return <PortalAccessDialog contact={contact} onClose={onClose} />;
    case 'erase':
      return <ContactErasure contact={contact} onClose={onClose} />;
    default:
      return question satisfies never;
  }
}
