import { EmptyState } from '@nexus/ui/components/empty-state';
import { Notice } from '@nexus/ui/components/notice';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { CircleCheckBig } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BillableItemsDocument } from './billable-items.generated.js';
import { groupItems } from './group-items.js';
import { InvoicesFrame } from './invoices-frame.js';
import { UnbilledChangedDocument } from './unbilled-changed.generated.js';
import { UnbilledClientSection } from './unbilled-client-section.js';

const ALL = [{}];
/** More than this many entries are asked for no further: sums would keep changing under the reader. */
const MAX_ITEMS = 2_000;

/** Work that is approved and not yet invoiced, by client and project: a draft is one press away. */
export function UnbilledPage() {
  return (
    <InvoicesFrame>
      <UnbilledWork />
    </InvoicesFrame>
  );
}

function UnbilledWork() {
  const { t } = useTranslation('invoices');
  const [after, setAfter] = useState<string | null>(null);
  const { data, isRefreshing, since } = useScreen(
    BillableItemsDocument,
    after === null ? {} : { after },
    {
      policy: after === null ? 'cache-first' : 'cache-and-network',
    },
  );
  useLive(UnbilledChangedDocument, ALL, since, ({ unbilledChanged }) => {
    if (unbilledChanged.node?.status !== 'RESERVED') setAfter(null);
  });
  const items = data?.billableItems?.nodes;
  const { hasNextPage = false, endCursor } = data?.billableItems?.pageInfo ?? {};
  const isWhole = !hasNextPage;
  const wantsMore = !isWhole && !isRefreshing && (items?.length ?? 0) < MAX_ITEMS;
  // Sums of a part would be wrong ones: all of it is asked for.
  useEffect(() => {
    if (wantsMore && endCursor && endCursor !== after) setAfter(endCursor);
  }, [wantsMore, endCursor, after]);
  const clients = useMemo(() => groupItems(items ?? []), [items]);
  if (!data || (!isWhole && (items?.length ?? 0) < MAX_ITEMS)) return <PageSkeleton />;
  if (clients.length === 0) {
    return (
      <EmptyState
        icon={CircleCheckBig}
        title={t('unbilled.empty')}
        description={t('unbilled.emptyHint')}
      />
    );
  }
  return (
    <div className="grid gap-4">
      {!isWhole && <Notice tone="warning">{t('unbilled.partly', { count: MAX_ITEMS })}</Notice>}
      {clients.map((client) => (
        <UnbilledClientSection
          key={client.id}
          client={client}
          canDraft={data.viewer?.canDraftInvoices ?? false}
        />
      ))}
    </div>
  );
}
