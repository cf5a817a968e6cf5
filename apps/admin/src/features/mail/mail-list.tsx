import { RelativeTime } from '@nexus/ui/components/relative-time';
import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import type { DevMailRowFragment } from './dev-mail-row.generated.js';

interface MailListProps {
  readonly mails: readonly DevMailRowFragment[];
  readonly shownId: string;
  readonly onShow: (id: string) => void;
}

/** The newest mails first. */
export function MailList({ mails, shownId, onShow }: MailListProps) {
  const { t } = useTranslation('mail');
  return (
    <ul
      aria-label={t('list')}
      className="max-h-[60vh] divide-y divide-line overflow-y-auto lg:max-h-none"
    >
      {mails.map(({ id, subject, to, createdAt }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === shownId}
            onClick={() => onShow(id)}
            className={clsx(
              'grid w-full grid-cols-1 gap-0.5 px-4 py-2 text-left focus-visible:outline-offset-[-2px]',
              id === shownId ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            <span className="truncate font-medium">{subject}</span>
            <span className="flex gap-2 text-small text-muted">
              <span className="min-w-0 flex-1 truncate">{to}</span>
              <RelativeTime moment={createdAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
