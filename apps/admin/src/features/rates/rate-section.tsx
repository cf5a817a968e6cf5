import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { lazyPart } from '@nexus/ui/components/lazy-part';
import { Section } from '@nexus/ui/components/section';
import { DataTable } from '@nexus/ui/components/table/data-table';
import { Percent, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RateRowFragment } from './rate-row.generated.js';
import { useRateColumns } from './use-rate-columns.js';

const RateDialog = lazyPart(async () => (await import('./rate-dialog.js')).RateDialog);

interface RateSectionProps {
  readonly rates: readonly RateRowFragment[];
  readonly currency: string;
  readonly canSet: boolean;
}

/** What the business has set; of an hour's work the first found counts. */
export function RateSection({ rates, currency, canSet }: RateSectionProps) {
  const { t } = useTranslation('rates');
  const [edited, setEdited] = useState<RateRowFragment | 'new' | null>(null);
  const columns = useRateColumns();
  const add = canSet && (
    <Button size="small" icon={Plus} onClick={() => setEdited('new')}>
      {t('card.add')}
    </Button>
  );
  return (
    <Section title={t('card.title')} description={t('card.hint')} actions={add} isFlush>
      <DataTable
        label={t('card.title')}
        columns={columns}
        rows={rates}
        rowId={({ id }) => id}
        rowLabel={({ id }) => id}
        {...(canSet && { onOpen: setEdited })}
        empty={
          <EmptyState icon={Percent} title={t('card.empty')} description={t('card.emptyHint')} />
        }
      />
      {edited && (
        <RateDialog
          rate={edited === 'new' ? null : edited}
          currency={currency}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
