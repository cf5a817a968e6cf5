import { Button } from '@nexus/ui/components/button';
import { Section } from '@nexus/ui/components/section';
import { SkeletonGroup } from '@nexus/ui/components/skeleton-group';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { ExternalLink, FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentPath } from './document-path.js';
import { InvoicePdfDocument } from './invoice-pdf.generated.js';

/** How long to wait before it is asked again whether the PDF is there: it is drawn after the invoice is issued. */
const AGAIN_MS = 1_500;

/** The PDF as the client has it, shown when wanted: its link is good for minutes only. */
export function InvoicePreview({ invoice }: { readonly invoice: { readonly id: string } }) {
  const { t } = useTranslation('invoices');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t('pdf.title')}
      isFlush
      actions={
        !isOpen && (
          <Button size="small" icon={FileText} onClick={() => setOpen(true)}>
            {t('pdf.show')}
          </Button>
        )
      }
    >
      {isOpen ? <Frame id={invoice.id} /> : <p className="p-4 text-muted">{t('pdf.hint')}</p>}
    </Section>
  );
}

function Frame({ id }: { readonly id: string }) {
  const { t } = useTranslation('invoices');
  const { data, refresh } = useScreen(InvoicePdfDocument, { id }, { policy: 'network-only' });
  const url = data?.invoice?.pdfUrl;
  // Each answer has a link of its own; the first one stays, so that nothing flickers while somebody reads.
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (url) setShown((first) => first ?? documentPath(url));
  }, [url]);
  useEffect(() => {
    if (url) return;
    const timer = setInterval(refresh, AGAIN_MS);
    return () => clearInterval(timer);
  }, [url, refresh]);
  if (!shown) {
    return (
      <div className="p-4">
        <SkeletonGroup lines={6} />
      </div>
    );
  }
  return (
    <>
      <iframe
        src={`${shown}#navpanes=0`}
        title={t('pdf.title')}
        className="block h-[70dvh] w-full border-0"
      />
      <p className="border-t border-line px-4 py-2">
        <a
          href={shown}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center gap-1 text-accent underline"
        >
          <ExternalLink aria-hidden size={14} />
          {t('pdf.open')}
        </a>
      </p>
    </>
  );
}
