import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const TAB =
  '-mb-px flex min-h-control items-center border-b-2 border-transparent font-medium text-muted hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text';

/** The sides of a project. */
export function ProjectTabs({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation('project');
  return (
    <nav aria-label={t('title')} className="mb-4 flex gap-4 border-b border-line">
      <Link
        to="/projects/$projectId"
        params={{ projectId }}
        activeOptions={{ exact: true }}
        className={TAB}
      >
        {t('tabs.overview')}
      </Link>
      <Link to="/projects/$projectId/board" params={{ projectId }} className={TAB}>
        {t('tabs.board')}
      </Link>
    </nav>
  );
}
