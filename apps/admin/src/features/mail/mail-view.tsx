import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import type { DevMailRowFragment } from './dev-mail-row.generated.js';
import { partsOf } from './mail-parts.js';

/** One mail as its reader would have it, its links ready to be followed. */
export function MailView({ mail }: { readonly mail: DevMailRowFragment }) {
  const { t } = useTranslation('mail');
  const { moment } = useFormat();
  return (
    <article
      aria-label={mail.subject}
      className="grid min-w-0 gap-4 rounded-large border border-line bg-surface p-5"
    >
      <header className="grid gap-1 border-b border-line pb-4">
        <h2 className="text-large font-semibold [overflow-wrap:anywhere]">{mail.subject}</h2>
        <p className="text-muted [overflow-wrap:anywhere]">{t('from', { from: mail.from })}</p>
        <p className="text-muted [overflow-wrap:anywhere]">{t('to', { to: mail.to })}</p>
        <p className="text-small text-muted">{moment(mail.createdAt)}</p>
      </header>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {partsOf(mail.text).map(({ id, text, href }) =>
          href ? (
            <a
              key={id}
              href={href}
              target="_blank"
              rel="noreferrer"
              className="text-accent underline underline-offset-2"
            >
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </article>
  );
}
