import { useTranslation } from 'react-i18next';
import type { Looks } from './brand-preview.js';

/** The head of an invoice, in small. */
export function PreviewInvoice({ name, logoUrl }: Looks) {
  const { t } = useTranslation('branding');
  return (
    <figure className="grid gap-1">
      <figcaption className="text-small text-muted">{t('preview.invoice')}</figcaption>
      <div className="overflow-clip rounded-large border border-line bg-surface text-text">
        <div className="flex items-center justify-between gap-3 bg-brand px-4 py-3 text-on-brand">
          {logoUrl ? (
            <img src={logoUrl} alt={name} className="h-7 max-w-40 object-contain object-left" />
          ) : (
            <span className="truncate font-semibold">{name}</span>
          )}
          <span>{t('preview.invoiceTitle')}</span>
        </div>
        <div className="flex justify-between gap-3 p-4 text-muted">
          <span>{t('preview.invoiceLine')}</span>
          <span className="tabular font-semibold text-accent">{t('preview.invoiceTotal')}</span>
        </div>
      </div>
    </figure>
  );
}
