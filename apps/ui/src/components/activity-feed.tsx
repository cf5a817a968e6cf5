import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from './avatar.js';
import { RelativeTime } from './relative-time.js';

/** Something that happened. */
export interface ActivityItem {
  readonly id: string;
  /** Who did it; what has nobody shows its icon. */
  readonly person?: { readonly name: string; readonly imageUrl?: string | null } | null;
  readonly icon?: LucideIcon;
  /** A sentence, the name of the person in it. */
  readonly text: ReactNode;
  /** A comment, a change: in full below the sentence. */
  readonly detail?: ReactNode;
  /** ISO 8601, with a zone. */
  readonly occurredAt: string;
}

interface ActivityFeedProps {
  readonly label: string;
  readonly items: readonly ActivityItem[];
}

/** What happened, one below the other. */
export function ActivityFeed({ label, items }: ActivityFeedProps) {
  return (
    <ol aria-label={label} className="grid">
      {items.map(({ id, person, icon: Icon, text, detail, occurredAt }) => (
        <li key={id} className="group relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden
            className="absolute top-7 bottom-1 left-3 w-px bg-line group-last:hidden"
          />
          {person ? (
            <Avatar name={person.name} imageUrl={person.imageUrl} isDecorative />
          ) : (
            <span className="grid size-6 shrink-0 place-items-center rounded-full border border-line text-muted">
              {Icon && <Icon aria-hidden size={14} />}
            </span>
          )}
          <div className="min-w-0 flex-1 pt-0.5 [overflow-wrap:anywhere]">
            <p className="text-muted">
              {text} <span aria-hidden>·</span>{' '}
              <span className="text-small">
                <RelativeTime moment={occurredAt} />
              </span>
            </p>
            {detail && (
              <div className="mt-1 rounded-medium border border-line px-3 py-2">{detail}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
