import { CommandButton } from '@nexus/ui/actions/command-button';
import { Button } from '@nexus/ui/components/button';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { Section } from '@nexus/ui/components/section';
import { Link } from '@tanstack/react-router';
import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutboxLineFragment } from './outbox-line.generated.js';
import { resendMail } from './platform-actions.js';
import type { Health } from './verdict.js';

/** Mails that wait to be sent; those that a mail server refused in full. */
export function MailSection({ mail }: { readonly mail: Health['mail'] }) {
  const { t } = useTranslation('health');
  const refused = mail.mails.filter(({ attempts }) => attempts > 0);
  return (
    <Section
      title={t('mail.title')}
      description={t(mail.isSending ? 'mail.sending' : 'mail.kept')}
      actions={
        !mail.isSending && (
          <Button asChild size="small">
            <Link to="/mail">
              <Mail aria-hidden size={14} /> {t('mail.open')}
            </Link>
          </Button>
        )
      }
      isFlush
    >
      <p className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-3">
        <span>{t('mail.pending', { count: mail.pending })}</span>
        <span className="text-muted">{t('mail.failing', { count: mail.failing })}</span>
        {mail.oldestAt && (
          <span className="text-muted">
            {t('mail.oldest')} <RelativeTime moment={mail.oldestAt} />
          </span>
        )}
      </p>
      {refused.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {refused.map((one) => (
            <RefusedMail key={one.id} mail={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RefusedMail({ mail }: { readonly mail: OutboxLineFragment }) {
  const { t } = useTranslation('health');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <span className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">{mail.lastError}</span>
      <span className="text-small text-muted">
        {t('mail.attempts', { count: mail.attempts })} · {t('mail.next')}{' '}
        <RelativeTime moment={mail.nextTryAt} />
      </span>
      <CommandButton action={resendMail} subject={mail} of={mail.lastError ?? mail.id} />
    </li>
  );
}
