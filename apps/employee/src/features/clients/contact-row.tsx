import { CommandBar } from '@nexus/ui/actions/command-bar';
import { useCommands } from '@nexus/ui/actions/use-commands';
import { Avatar } from '@nexus/ui/components/avatar';
import { Badge } from '@nexus/ui/components/badge';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactQuestion, contactActions } from './contact-actions.js';
import type { ContactCardFragment } from './contact-card.generated.js';

interface ContactRowProps {
  readonly contact: ContactCardFragment;
  readonly onAsk: (contact: ContactCardFragment, question: ContactQuestion) => void;
}

const DANGEROUS = new Set(['contact.erase', 'contact.revoke']);

/** One person of a client, how they are reached, and whether the portal is open to them. */
export function ContactRow({ contact, onAsk }: ContactRowProps) {
  const { t } = useTranslation('clients');
  const commands = useCommands(
    contactActions,
    useMemo(
      () => ({ contact, ask: (question: ContactQuestion) => onAsk(contact, question) }),
      [contact, onAsk],
    ),
  );
  const { name, title, email, phone, buyingRole, portalAccess, erased } = contact;
  const about = [title, buyingRole && t(`buyingRole.${buyingRole}`)].filter(Boolean).join(' · ');
  return (
    <li className="flex items-start gap-3 px-4 py-2">
      <Avatar name={name} isDecorative />
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{erased ? t('contact.erasedName') : name}</span>
          {portalAccess && (
            <Badge tone="accent">
              {t(portalAccess.billing ? 'portal.billing' : `portal.${portalAccess.role}`)}
            </Badge>
          )}
        </p>
        {about && <p className="text-small text-muted">{about}</p>}
        <p className="flex flex-wrap gap-x-3 text-small [overflow-wrap:anywhere]">
          {email && (
            <a href={`mailto:${email}`} className="text-accent hover:underline">
              {email}
            </a>
          )}
          {phone && <span className="tabular text-muted">{phone}</span>}
        </p>
      </div>
      <CommandBar
        commands={commands}
        shown={0}
        moreLabel={t('contact.commands', { name })}
        dangerous={DANGEROUS}
      />
    </li>
  );
}
