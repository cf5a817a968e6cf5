import { Button } from '@nexus/ui/components/button';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface PdfLinkProps {
  /** Null until it is rendered: some seconds after the issue. */
  readonly url: string | null;
  /** Number of the document. */
  readonly number: string;
  readonly size?: 'small' | 'medium';
}

/** Opens a document in a tab of its own. */
export function PdfLink({ url, number, size = 'medium' }: PdfLinkProps) {
  const { t } = useTranslation('invoices');
  if (!url) return <span className="text-small text-muted">{t('pdf.soon')}</span>;
  return (
    <Button asChild size={size}>
      <a href={url} target="_blank" rel="noreferrer" aria-label={t('pdf.open', { number })}>
        <FileText aria-hidden size={16} className="shrink-0" />
        {t('pdf.label')}
      </a>
    </Button>
  );
}
