import { PageHeader } from '@nexus/ui/components/page-header';
import { Stepper } from '@nexus/ui/components/stepper';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { useMoney } from '@nexus/ui/i18n/use-money';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { RouteMissing } from '@nexus/ui/shell/route-missing';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PayStage, stageOf } from './pay-stage.js';
import { PayStageView } from './pay-stage-view.js';
import type { PayableFragment } from './payable.generated.js';
import { PayableChangedDocument } from './payable-changed.generated.js';
import { PayableInvoiceDocument } from './payable-invoice.generated.js';
import { usePay } from './use-pay.js';

const route = getRouteApi('/invoices/$id/pay');
const STEPS = ['card', 'confirm', 'done'] as const;

/** Pays what is left of an invoice: the card, the bank's question where there is one, and the outcome. */
export function PayPage() {
  const { id } = route.useParams();
  const { data, since } = useScreen(PayableInvoiceDocument, { id });
  useLive(PayableChangedDocument, [{ id }], since);
  if (!data) return <PageSkeleton />;
  return data.invoice ? <Pay invoice={data.invoice} /> : <RouteMissing />;
}

function Pay({ invoice }: { readonly invoice: PayableFragment }) {
  const { t } = useTranslation('payment');
  const money = useMoney();
  const paying = usePay(invoice);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  // The form stays while it is being sent: whoever is declined mends it.
  const stage: PayStage = paying.isPaying
    ? { step: 'card', declined: undefined }
    : stageOf(invoice, new Set([...paying.begun, ...answered]));
  const { id, remaining } = invoice;
  const number = invoice.number ?? '';
  usePageTitle(t('title', { number }));
  const step = stage.step === 'wait' ? 'confirm' : stage.step === 'closed' ? 'done' : stage.step;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={t('title', { number })}
        breadcrumbs={
          <Link to="/invoices/$id" params={{ id }} className="hover:underline">
            {number}
          </Link>
        }
        meta={stage.step === 'card' && <span className="tabular">{money(remaining)}</span>}
      />
      <div className="pb-5">
        <Stepper
          label={t('steps.label')}
          steps={STEPS.map((id) => ({ id, title: t(`steps.${id}`) }))}
          currentId={step}
        />
      </div>
      <PayStageView
        invoice={invoice}
        stage={stage}
        paying={paying}
        onAnswered={(paymentId) => setAnswered((known) => new Set(known).add(paymentId))}
      />
    </div>
  );
}
