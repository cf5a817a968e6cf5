import { Button } from '@nexus/ui/components/button';
import { PageHeader } from '@nexus/ui/components/page-header';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { RouteMissing } from '@nexus/ui/shell/route-missing';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ReceiptDocument } from './receipt.generated.js';
import { ReceiptSheet } from './receipt-sheet.js';

const route = getRouteApi('/invoices/$id/receipts/$paymentId');

/** What was received, to be kept or printed. */
export function ReceiptPage() {
  const { t } = useTranslation('payment');
  const { id, paymentId } = route.useParams();
  const { data } = useScreen(ReceiptDocument, { id });
  usePageTitle(t('receipt.title'));
  if (!data) return <PageSkeleton />;
  const { invoice } = data;
  const payment = invoice?.payments.find((one) => one.id === paymentId);
  if (!invoice || payment?.status !== 'SUCCEEDED') return <RouteMissing />;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={t('receipt.title')}
        breadcrumbs={
          <Link to="/invoices/$id" params={{ id }} className="hover:underline">
            {invoice.number}
          </Link>
        }
        actions={
          <Button icon={Printer} className="print:hidden" onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
        }
      />
      <ReceiptSheet invoice={invoice} payment={payment} />
    </div>
  );
}
