import type { ClientQuestion } from './client-actions.js';
import type { ClientDetailFragment } from './client-detail.generated.js';
import { ClientDialog } from './client-dialog.js';
import { ContactDialog } from './contact-dialog.js';
import { OwnerDialog } from './owner-dialog.js';

interface ClientQuestionsProps {
  readonly client: ClientDetailFragment;
  readonly question: ClientQuestion;
  readonly onClose: () => void;
}

/** The dialog that belongs to a question. */
export function ClientQuestions({ client, question, onClose }: ClientQuestionsProps) {
  switch (question) {
    case 'update':
      return <ClientDialog client={client} onClose={onClose} />;
    case 'owner':
      return <OwnerDialog client={client} onClose={onClose} />;
    case 'contact':
      return <ContactDialog clientId={client.id} onClose={onClose} />;
    default:
      return question satisfies never;
  }
}
