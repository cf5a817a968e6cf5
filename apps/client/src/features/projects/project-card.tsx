import { ProgressLine } from '@nexus/ui/components/progress-line';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { Link } from '@tanstack/react-router';
import { Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nextMilestone } from './milestones.js';
import { PhaseBadge } from './phase-badge.js';
import type { ProjectCardFragment } from './project-card.generated.js';

/** One project: its name leads to its page. */
export function ProjectCard({ project }: { readonly project: ProjectCardFragment }) {
  const { t } = useTranslation('projects');
  const { day } = useFormat();
  const { id, name, code, progress, end, milestones } = project;
  const next = nextMilestone(milestones);
  return (
    <li className="relative grid content-start gap-3 rounded-large border border-line bg-surface p-4 transition-colors duration-100 hover:bg-hover">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]">
          <Link to="/projects/$id" params={{ id }} className="after:absolute after:inset-0">
            {name}
          </Link>{' '}
          <span className="text-small font-normal text-muted">{code}</span>
        </h2>
        <PhaseBadge project={project} />
      </div>
      <ProgressLine label={t('progress')} share={progress} />
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-small text-muted">
        {next && (
          <span className="flex min-w-0 items-center gap-1">
            <Flag aria-hidden size={12} className="shrink-0" />
            {t('milestones.next', { name: next.name, day: day(next.due) })}
          </span>
        )}
        {end && <span>{t('ends', { day: day(end) })}</span>}
      </div>
    </li>
  );
}
