import { Chart } from '@nexus/ui/charts/chart';
import { formatMoney, type Money } from '@nexus/ui/components/decimal';
import { useRegion } from '@nexus/ui/components/region';
import { Section } from '@nexus/ui/components/section';
import { Skeleton } from '@nexus/ui/components/skeleton';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import { ProjectBurnDocument } from './project-burn.generated.js';
import type { ProjectDetailFragment } from './project-detail.generated.js';

/** How the budget was used, week by week, against what it may be. */
export function ProjectBurnSection({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation('project');
  const { locale } = useRegion();
  const { day } = useFormat();
  const { data } = useScreen(
    ProjectBurnDocument,
    { id: project.id },
    { policy: 'cache-and-network' },
  );
  const burn = data?.project?.burn;
  const limit = burn?.limit ?? null;
  const currency = limit?.currency ?? project.currency;
  return (
    <Section title={t('burn.title')} description={t('burn.description')}>
      {!data && <Skeleton className="h-60 w-full" />}
      {burn?.weeks.length === 0 && <p className="text-muted">{t('burn.none')}</p>}
      {burn && burn.weeks.length > 0 && (
        <Chart
          label={t('burn.label', { project: project.name })}
          kind="line"
          series={[
            { id: 'spent', label: t('burn.spent') },
            ...(limit ? [{ id: 'limit', label: t('burn.limit'), color: 4 as const }] : []),
          ]}
          rows={burn.weeks.map(({ start, spentToDate }) => ({
            label: day(start),
            values: { spent: heightOf(spentToDate), ...(limit && { limit: heightOf(limit) }) },
          }))}
          format={(value) => formatMoney({ amount: String(value), currency }, locale)}
        />
      )}
    </Section>
  );
}

/** Where an amount stands in a picture: no sum is made of it. */
const heightOf = ({ amount }: Money): number => Number(amount);
