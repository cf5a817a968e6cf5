import { MoneyText } from '@nexus/ui/components/money-text';
import { Progress } from '@nexus/ui/components/progress';
import { StatTile, StatTiles } from '@nexus/ui/components/stat-tile';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import { useTranslation } from 'react-i18next';
import type { ProjectDetailFragment } from './project-detail.generated.js';
import { ProjectMoneyDocument } from './project-money.generated.js';

/** Progress, and for whoever may see it budget, margin and what was invoiced and paid. */
export function ProjectFigures({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation('project');
  const { share } = useFormat();
  const { budget, progress, viewerCanSeeFinance } = project;
  const { data } = useScreen(
    ProjectMoneyDocument,
    { id: project.id },
    { policy: 'cache-and-network', isPaused: !viewerCanSeeFinance },
  );
  const money = data?.project;
  const isLoading = viewerCanSeeFinance && !money;
  const limit = budget?.amount ?? budget?.cost ?? null;
  const used = budget?.percent == null ? null : budget.percent / 100;
  const percent = money?.profitability?.marginPercent;
  return (
    <StatTiles>
      <StatTile
        label={t('figures.progress')}
        value={share(progress)}
        hint={<Progress label={t('figures.progress')} share={progress} />}
      />
      {budget && (
        <StatTile
          label={t('figures.budget')}
          value={used === null ? <MoneyText money={budget.spent} /> : share(used)}
          hint={
            <span className="grid gap-1">
              {used !== null && <Progress label={t('figures.budget')} share={used} />}
              {used !== null && (
                <span className="tabular">
                  <MoneyText money={budget.spent} /> {t('of')} <MoneyText money={limit} />
                </span>
              )}
              <span>{t(`budget.${budget.kind}`)}</span>
            </span>
          }
        />
      )}
      {viewerCanSeeFinance && (
        <>
          <StatTile
            label={t('figures.margin')}
            isLoading={isLoading}
            value={percent == null ? '–' : share(percent / 100)}
            hint={money?.profitability && <MoneyText money={money.profitability.margin} />}
          />
          <StatTile
            label={t('figures.unbilled')}
            isLoading={isLoading}
            value={<MoneyText money={money?.unbilledAmount ?? null} />}
          />
          <StatTile
            label={t('figures.invoiced')}
            isLoading={isLoading}
            value={<MoneyText money={money?.invoicedAmount ?? null} />}
            hint={
              money && (
                <span>
                  {t('figures.paid')} <MoneyText money={money.paidAmount} />
                </span>
              )
            }
          />
        </>
      )}
    </StatTiles>
  );
}
