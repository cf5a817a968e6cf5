import { EmptyState } from '@nexus/ui/components/empty-state';
import { Section } from '@nexus/ui/components/section';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { Link } from '@tanstack/react-router';
import { Newspaper } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { News } from './news.js';

/** What happened of late, the newest first. */
export function NewsList({ news }: { readonly news: readonly News[] }) {
  const { t } = useTranslation('home');
  const { day } = useFormat();
  return (
    <Section title={t('news.title')} isFlush>
      {news.length === 0 ? (
        <EmptyState
          icon={Newspaper}
          title={t('news.empty')}
          description={t('news.emptyDescription')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {news.map((one) => (
            <li key={one.key} className="grid gap-0.5 px-4 py-3">
              <NewsLink news={one} />
              <time dateTime={one.day} className="tabular text-small text-muted">
                {day(one.day)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const LINK = 'w-fit [overflow-wrap:anywhere] hover:underline';

/** What happened, leading to where it did. */
function NewsLink({ news }: { readonly news: News }): ReactNode {
  const { t } = useTranslation('home');
  const money = useMoney();
  switch (news.kind) {
    case 'issued':
    case 'paid': {
      const { id, number, total } = news.invoice;
      return (
        <Link to="/invoices/$id" params={{ id }} className={LINK}>
          {t(`news.${news.kind}`, { number: number ?? '', amount: money(total) })}
        </Link>
      );
    }
    case 'done': {
      const { id, title, project } = news.task;
      return (
        <Link to="/projects/$id" params={{ id: project.id }} search={{ task: id }} className={LINK}>
          {t('news.done', { title, project: project.name })}
        </Link>
      );
    }
    case 'reached': {
      const { project, milestone } = news;
      return (
        <Link to="/projects/$id" params={{ id: project.id }} className={LINK}>
          {t('news.reached', { name: milestone.name, project: project.name })}
        </Link>
      );
    }
    default:
      return news satisfies never;
  }
}
