import { Badge } from '@nexus/ui/components/badge';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClientQuery } from './client.generated.js';

type Projects = NonNullable<ClientQuery['client']>['projects']['nodes'];

/** What is done for a client. */
export function ClientProjects({ projects }: { readonly projects: Projects }) {
  const { t } = useTranslation(['clients', 'projects']);
  const { share } = useFormat();
  const shown = projects.flatMap((project) => project ?? []);
  return (
    <Section title={t('projectsTitle')} isFlush>
      {shown.length === 0 && <p className="p-4 text-muted">{t('noProject')}</p>}
      <ul aria-label={t('projectsTitle')} className="divide-y divide-line">
        {shown.map(({ id, name, code, phase, progress }) => (
          <li key={id} className="flex min-h-row items-center gap-3 px-4 py-1">
            <span className="min-w-0 flex-1 truncate">
              <Link
                to="/projects/$projectId"
                params={{ projectId: id }}
                className="font-medium hover:underline"
              >
                {name}
              </Link>{' '}
              <span className="text-small text-muted">{code}</span>
            </span>
            <Badge>{t(`projects:phase.${phase}`)}</Badge>
            <span className="tabular w-12 text-right">{share(progress)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
