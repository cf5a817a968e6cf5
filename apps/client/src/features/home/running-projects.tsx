import { ProgressLine } from '@nexus/ui/components/progress-line';
import { Section } from '@nexus/ui/components/section';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HomeProjectFragment } from './home-project.generated.js';

/** The projects that run, each with how far it is. */
export function RunningProjects({
  projects,
}: {
  readonly projects: readonly HomeProjectFragment[];
}) {
  const { t } = useTranslation('home');
  if (projects.length === 0) return null;
  return (
    <Section title={t('projects.title')}>
      <ul className="grid gap-4">
        {projects.map(({ id, name, progress }) => (
          <li key={id} className="grid gap-1">
            <Link
              to="/projects/$id"
              params={{ id }}
              className="w-fit font-medium [overflow-wrap:anywhere] hover:underline"
            >
              {name}
            </Link>
            <ProgressLine label={t('projects.progress')} share={progress} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
