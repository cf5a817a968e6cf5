import { Button } from '@nexus/ui/components/button';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { RouteMissing } from '@nexus/ui/shell/route-missing';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CreditNotes } from './credit-notes.js';
import { InvoiceDocument, type InvoiceQuery } from './invoice.generated.js';
import { InvoiceBadge } from './invoice-badge.js';
import { InvoiceChangedDocument } from './invoice-changed.generated.js';
import { InvoiceFacts } from './invoice-facts.js';
import { InvoiceLines } from './invoice-lines.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceTotals } from './invoice-totals.js';
import { PdfLink } from './pdf-link.js';
import { useFreshLinks } from './use-fresh-links.js';
import { useMarkViewed } from './use-mark-viewed.js';

const route = getRouteApi('/invoices/$id');

/** One invoice with all that belongs to it; what happens to it is there at once. */
export function InvoicePage() {
  const { id } = route.useParams();
  const { data, refresh, since } = useScreen(InvoiceDocument, { id });
  useLive(InvoiceChangedDocument, [{ id }], since, ({ invoiceChanged: { node } }) => {
    // Documents are rendered a moment after they are issued, and no event tells of it.
    if (node?.creditNotes.some(({ pdfUrl }) => !pdfUrl)) setTimeout(refresh, SOON_MS);
  });
  useFreshLinks(refresh);
  if (!data) return <PageSkeleton />;
  return data.invoice ? <Invoice invoice={data.invoice} /> : <RouteMissing />;
}

const SOON_MS = 3_000;

function Invoice({ invoice }: { readonly invoice: NonNullable<InvoiceQuery['invoice']> }) {
  const { t } = useTranslation('invoices');
  const { id, project, viewerCanPay, viewedAt, notes, pdfUrl } = invoice;
  const number = invoice.number ?? '';
  usePageTitle(number);
  useMarkViewed(id, viewedAt === null);
  return (
    <>
      <PageHeader
        title={number}
        breadcrumbs={
          <Link to="/invoices" className="hover:underline">
            {t('title')}
          </Link>
        }
        meta={
          <>
            <InvoiceBadge invoice={invoice} />
            {project && (
              <Link to="/projects/$id" params={{ id: project.id }} className="hover:underline">
                {project.name}
              </Link>
            )}
          </>
        }
        actions={
          <>
            <PdfLink url={pdfUrl} number={number} />
            {viewerCanPay && (
              <Button asChild variant="primary">
                <Link to="/invoices/$id/pay" params={{ id }}>
                  {t('payNow')}
                </Link>
              </Button>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="grid min-w-0 gap-4">
          <InvoiceLines lines={invoice.lines.nodes} />
          {notes && <p className="px-4 whitespace-pre-line text-muted">{notes}</p>}
          <InvoicePayments invoiceId={id} payments={invoice.payments} />
          <CreditNotes creditNotes={invoice.creditNotes} />
        </div>
        <div className="grid min-w-0 gap-4">
          <InvoiceTotals invoice={invoice} />
          <InvoiceFacts invoice={invoice} />
        </div>
      </div>
    </>
  );
}
