import { formatDecimal } from '@nexus/ui/components/decimal';
import { MoneyList } from '@nexus/ui/components/money-list';
import { MoneyText } from '@nexus/ui/components/money-text';
import { More } from '@nexus/ui/components/more';
import { useRegion } from '@nexus/ui/components/region';
import { Section } from '@nexus/ui/components/section';
import { sumMoney } from '@nexus/ui/components/sum-money';
import { useTranslation } from 'react-i18next';
import { DraftButton } from './draft-button.js';
import type { UnbilledClient, UnbilledGroup } from './group-items.js';
import { SourceTable } from './source-table.js';

interface UnbilledClientSectionProps {
  readonly client: UnbilledClient;
  readonly canDraft: boolean;
}

/** As wide for every button, and for none: amounts stand below each other. */
const BUTTON_SLOT = 'flex justify-end sm:w-40';

/** What one client has not been asked to pay yet, project by project. */
export function UnbilledClientSection({ client, canDraft }: UnbilledClientSectionProps) {
  const { t } = useTranslation('invoices');
  const sums = sumMoney(client.groups.map(({ sum }) => sum));
  const [first] = sums;
  return (
    <Section
      title={client.name}
      isFlush
      actions={
        <span className="flex items-center gap-4">
          <span className="grid justify-items-end font-semibold">
            <MoneyList sums={sums} />
          </span>
          {canDraft && (
            <span className={BUTTON_SLOT}>
              {client.groups.length > 1 && sums.length === 1 && first && (
                <DraftButton
                  label={t('unbilled.draftAll', { client: client.name })}
                  shortLabel={t('unbilled.draftAllShort')}
                  subject={{ clientId: client.id, currency: first.currency, canDraft }}
                />
              )}
            </span>
          )}
        </span>
      }
    >
      <ul className="divide-y divide-line">
        {client.groups.map((group) => (
          <li key={group.id} className="px-4 py-2">
            <UnbilledProject group={group} canDraft={canDraft} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function UnbilledProject({
  group,
  canDraft,
}: {
  readonly group: UnbilledGroup;
  readonly canDraft: boolean;
}) {
  const { t } = useTranslation('invoices');
  const { locale } = useRegion();
  const name = group.project?.name ?? t('unbilled.noProject');
  return (
    <div className="flex flex-wrap items-start justify-end gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-72 pt-1">
        <More
          summary={
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                <span className="font-medium">{name}</span>{' '}
                <span className="tabular text-small text-muted">
                  {t('unbilled.entries', { count: group.items.length })}
                  {group.hours !== '0' &&
                    ` · ${t('unbilled.hours', { hours: formatDecimal(group.hours, locale, 2) })}`}
                </span>
              </span>
              <MoneyText money={group.sum} />
            </span>
          }
        >
          <SourceTable label={t('unbilled.sources', { project: name })} items={group.items} />
        </More>
      </div>
      {canDraft && (
        <span className={BUTTON_SLOT}>
          <DraftButton
            label={t('unbilled.draftOne', { project: name })}
            shortLabel={t('actions.draft')}
            subject={{
              ...{ clientId: group.clientId, project: group.project, canDraft },
              currency: group.sum.currency,
            }}
          />
        </span>
      )}
    </div>
  );
}
