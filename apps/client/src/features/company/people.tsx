import { Avatar } from '@nexus/ui/components/avatar';
import { Badge } from '@nexus/ui/components/badge';
import { Section } from '@nexus/ui/components/section';
import { useViewer } from '@nexus/ui/session/viewer';
import { useTranslation } from 'react-i18next';
import type { ColleagueFragment } from './colleague.generated.js';

interface PeopleProps {
  readonly people: readonly ColleagueFragment[];
  /** Who looks after the company at the firm. */
  readonly owner: string | undefined;
}

/** The people whom the firm knows at the company, and who of them has a way in here. */
export function People({ people, owner }: PeopleProps) {
  const { t } = useTranslation('company');
  const { tenant } = useViewer();
  return (
    <div className="grid min-w-0 gap-4">
      <Section title={t('people.title')} isFlush>
        {people.length === 0 && <p className="p-4 text-muted">{t('people.none')}</p>}
        <ul className="divide-y divide-line">
          {people.map(({ id, name, title, portalAccess }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
              <Avatar name={name} isDecorative />
              <div className="grid min-w-0 flex-1 basis-40">
                <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
                {title && <p className="text-small text-muted">{title}</p>}
              </div>
              {portalAccess && <Badge tone="accent">{t(`people.role.${portalAccess.role}`)}</Badge>}
              {portalAccess?.billing && <Badge>{t('people.billing')}</Badge>}
            </li>
          ))}
        </ul>
      </Section>
      {owner && (
        <Section title={t('owner.title', { firm: tenant?.name ?? '' })}>
          <p className="flex items-center gap-3">
            <Avatar name={owner} isDecorative />
            <span className="font-medium">{owner}</span>
          </p>
        </Section>
      )}
    </div>
  );
}
