import { Badge, type Tone } from '@nexus/ui/components/badge';
import type { Money } from '@nexus/ui/components/decimal';
import { formatDuration } from '@nexus/ui/components/duration';
import { MoneyText } from '@nexus/ui/components/money-text';
import { Section } from '@nexus/ui/components/section';
import { SkeletonGroup } from '@nexus/ui/components/skeleton-group';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useFormat } from '@nexus/ui/i18n/use-format';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetailFragment } from './project-detail.generated.js';
import { ProjectInvoiceChangedDocument } from './project-invoice-changed.generated.js';
import { ProjectMoneyDocument, type ProjectMoneyQuery } from './project-money.generated.js';

type Profit = NonNullable<NonNullable<ProjectMoneyQuery['project']>['profitability']>;

const TONES: Record<Profit['explanation']['level'], Tone> = {
  ON_TARGET: 'success',
  BELOW_TARGET: 'warning',
  LOW: 'danger',
  UNKNOWN: 'neutral',
};

/** What a project brings and costs, and of what each figure is made. */
export function ProjectProfit({ project }: { readonly project: ProjectDetailFragment }) {
  const { t } = useTranslation('project');
  const { data, refresh, since } = useScreen(
    ProjectMoneyDocument,
    { id: project.id },
    { policy: 'cache-and-network' },
  );
  // What is invoiced and paid changes the figures, and is told of the client.
  const { client } = project;
  useLive(ProjectInvoiceChangedDocument, client ? [{ clientId: client.id }] : [], since, refresh);
  const profit = data?.project?.profitability;
  return (
    <Section
      title={t('profit.title')}
      description={t('profit.description')}
      actions={
        profit && (
          <Badge tone={TONES[profit.explanation.level]}>
            {t(`profit.level.${profit.explanation.level}`)}
          </Badge>
        )
      }
    >
      {profit ? <Reckoning profit={profit} /> : <SkeletonGroup lines={4} />}
    </Section>
  );
}

function Reckoning({ profit }: { readonly profit: Profit }) {
  const { t } = useTranslation('project');
  const { share } = useFormat();
  const { revenue, cost, margin, marginPercent, explanation } = profit;
  const { rule, invoiced, unbilled, approvedMinutes, billableMinutes, pendingMinutes } =
    explanation;
  const isByHours = rule === 'INVOICED_AND_UNBILLED';
  return (
    <dl className="grid gap-3">
      <Line label={t('profit.revenue')} money={revenue}>
        {isByHours && (
          <>
            <Part label={t('profit.invoiced')} money={invoiced} />
            <Part label={t('profit.unbilled')} money={unbilled} />
            <p>{t('profit.billable', { hours: formatDuration(billableMinutes) })}</p>
          </>
        )}
        {rule === 'BUDGET_BY_PROGRESS' && (
          <p>{t('profit.byProgress', { share: share(explanation.progressPercent / 100) })}</p>
        )}
        {rule === 'NONE' && <p>{t('profit.none')}</p>}
      </Line>
      <Line label={t('profit.cost')} money={cost}>
        <p>{t('profit.costOf', { hours: formatDuration(approvedMinutes) })}</p>
      </Line>
      <Line label={t('profit.margin')} money={margin} isResult>
        <p>
          {marginPercent === null
            ? t('profit.noShare')
            : t('profit.shareOf', { share: share(marginPercent / 100) })}
        </p>
        {pendingMinutes > 0 && (
          <p>{t('profit.pending', { hours: formatDuration(pendingMinutes) })}</p>
        )}
      </Line>
    </dl>
  );
}

interface LineProps {
  readonly label: string;
  readonly money: Money;
  readonly isResult?: boolean;
  readonly children: ReactNode;
}

function Line({ label, money, isResult = false, children }: LineProps) {
  return (
    <div className={isResult ? 'border-t border-line pt-3' : undefined}>
      <dt className="flex justify-between gap-4 font-semibold">
        {label} <MoneyText money={money} />
      </dt>
      <dd className="tabular grid gap-0.5 text-small text-muted">{children}</dd>
    </div>
  );
}

function Part({ label, money }: { readonly label: string; readonly money: Money }) {
  return (
    <p className="flex justify-between gap-4">
      {label} <MoneyText money={money} />
    </p>
  );
}
