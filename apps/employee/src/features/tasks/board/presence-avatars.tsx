import { Avatar } from '@nexus/ui/components/avatar';
import { useTranslation } from 'react-i18next';
import type { BoardViewer } from './use-presence.js';

const SHOWN = 5;

/** Who else looks at the board now. */
export function PresenceAvatars({ viewers }: { readonly viewers: readonly BoardViewer[] }) {
  const { t } = useTranslation('tasks');
  const people = viewers.flatMap(({ user }) => (user ? [user] : []));
  if (people.length === 0) return null;
  return (
    <ul aria-label={t('board.viewers')} className="flex -space-x-1">
      {people.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id} className="rounded-full ring-2 ring-accent">
          <Avatar name={name} />
        </li>
      ))}
      {people.length > SHOWN && (
        <li className="tabular pl-3 text-muted">{`+${people.length - SHOWN}`}</li>
      )}
    </ul>
  );
}
