import { EmptyState } from '@nexus/ui/components/empty-state';
import { Section } from '@nexus/ui/components/section';
import { ListPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';
import type { InvoicePositionFragment } from './invoice-line.generated.js';
import { InvoiceLineRow } from './invoice-line-row.js';
import { InvoiceTotals } from './invoice-totals.js';

const LineDialog = lazy(() =>
  import('./line-dialog.js').then((loaded) => ({ default: loaded.LineDialog })),
);
const LineRemoval = lazy(() =>
  import('./line-removal.js').then((loaded) => ({ default: loaded.LineRemoval })),
);

interface Asked {
  readonly question: 'edit' | 'remove';
  readonly line: InvoicePositionFragment;
}

/** What is invoiced, each line with what it is made of, and what it comes to. */
export function InvoiceLines({ invoice }: { readonly invoice: InvoiceDetailFragment }) {
  const { t } = useTranslation('invoices');
  const [asked, setAsked] = useState<Asked>();
  const { nodes: lines, totalCount } = invoice.lines;
  const close = () => setAsked(undefined);
  return (
    <Section title={t('lines')} isFlush>
      {lines.length === 0 && (
        <EmptyState icon={ListPlus} title={t('line.none')} description={t('line.noneHint')} />
      )}
      <ol aria-label={t('lines')} className="divide-y divide-line">
        {lines.map((line) => (
          <InvoiceLineRow
            key={line.id}
            line={line}
            canEdit={invoice.viewerCanUpdate}
            onEdit={() => setAsked({ question: 'edit', line })}
            onRemove={() => setAsked({ question: 'remove', line })}
          />
        ))}
      </ol>
      {totalCount != null && totalCount > lines.length && (
        <p className="border-t border-line px-4 py-2 text-small text-muted">
          {t('line.more', { shown: lines.length, count: totalCount })}
        </p>
      )}
      <InvoiceTotals invoice={invoice} />
      <Suspense>
        {asked?.question === 'edit' && (
          <LineDialog invoice={invoice} line={asked.line} onClose={close} />
        )}
        {asked?.question === 'remove' && (
          <LineRemoval invoice={invoice} line={asked.line} onClose={close} />
        )}
      </Suspense>
    </Section>
  );
}
