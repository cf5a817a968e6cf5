import { useTranslation } from 'react-i18next';
import { Avatar } from './avatar.js';

interface PresenceProps {
  /** Who is here now, besides oneself. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly imageUrl?: string | null | undefined;
  }[];
  /** How many are shown before the rest is only counted. */
  readonly most?: number;
}

/** Who else looks at this now. */
export function Presence({ people, most = 4 }: PresenceProps) {
  const { t } = useTranslation('ui');
  if (people.length === 0) return null;
  const shown = people.slice(0, most);
  const rest = people.slice(most);
  return (
    <ul aria-label={t('presence')} className="flex items-center pl-1">
      {shown.map(({ id, name, imageUrl }) => (
        <li key={id} className="-ml-1 rounded-full border-2 border-surface">
          <Avatar name={name} imageUrl={imageUrl} />
        </li>
      ))}
      {rest.length > 0 && (
        <li
          className="tabular pl-1 text-small text-muted"
          title={rest.map(({ name }) => name).join(', ')}
        >
          {`+${rest.length}`}
        </li>
      )}
    </ul>
  );
}
