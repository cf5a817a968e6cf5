import { CommandBar } from '@nexus/ui/actions/command-bar';
import { useCommands, useOffer } from '@nexus/ui/actions/use-commands';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ReceiptText } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceDocument } from './invoice.generated.js';
import { DANGEROUS, type InvoiceQuestion, invoiceActions } from './invoice-actions.js';
import { InvoiceBadge } from './invoice-badge.js';
import type { InvoiceDetailFragment } from './invoice-detail.generated.js';
import { InvoiceFollowedDocument } from './invoice-followed.generated.js';
import { InvoiceLines } from './invoice-lines.js';
import { InvoicePreview } from './invoice-preview.js';
import { InvoiceSide } from './invoice-side.js';

const Questions = lazy(() =>
  import('./invoice-questions.js').then((loaded) => ({ default: loaded.InvoiceQuestions })),
);
const route = getRouteApi('/invoices/$invoiceId');

/** One invoice: a draft to be edited, or what the client has, and what became of it. */
export function InvoicePage() {
  const { t } = useTranslation('invoices');
  const { invoiceId } = route.useParams();
  const { data, since } = useScreen(InvoiceDocument, { id: invoiceId });
  useLive(InvoiceFollowedDocument, [{ id: invoiceId }], since);
  usePageTitle(data?.invoice?.number ?? t('draft'));
  if (!data) return <PageSkeleton />;
  if (data.invoice) return <ShownInvoice invoice={data.invoice} />;
  return (
    <EmptyState icon={ReceiptText} title={t('missing.title')} description={t('missing.hint')} />
  );
}

function ShownInvoice({ invoice }: { readonly invoice: InvoiceDetailFragment }) {
  const { t } = useTranslation('invoices');
  const [asked, setAsked] = useState<InvoiceQuestion>();
  const ask = useCallback((question: InvoiceQuestion) => setAsked(question), []);
  const commands = useCommands(
    invoiceActions,
    useMemo(() => ({ invoice, ask }), [invoice, ask]),
  );
  useOffer(commands);
  return (
    <>
      <PageHeader
        title={invoice.number ?? t('draft')}
        breadcrumbs={
          <Link to="/invoices" className="hover:text-text hover:underline">
            {t('title')}
          </Link>
        }
        meta={<Meta invoice={invoice} />}
        actions={
          <CommandBar
            commands={commands}
            moreLabel={t('actions.more')}
            shown={3}
            dangerous={DANGEROUS}
          />
        }
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="grid min-w-0 content-start gap-4">
          <InvoiceLines invoice={invoice} />
          {invoice.status !== 'DRAFT' && <InvoicePreview invoice={invoice} />}
        </div>
        <InvoiceSide invoice={invoice} />
      </div>
      {asked && (
        <Suspense>
          <Questions invoice={invoice} question={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function Meta({ invoice }: { readonly invoice: InvoiceDetailFragment }) {
  const { client, project } = invoice;
  return (
    <>
      <InvoiceBadge invoice={invoice} />
      {client && (
        <Link
          to="/clients/$clientId"
          params={{ clientId: client.id }}
          className="hover:text-text hover:underline"
        >
          {client.name}
        </Link>
      )}
      {project && (
        <Link
          to="/projects/$projectId"
          params={{ projectId: project.id }}
          className="hover:text-text hover:underline"
        >
          {project.name}
        </Link>
      )}
    </>
  );
}
