import { Badge } from '@nexus/ui/components/badge';
import { BrandLogo } from '@nexus/ui/components/brand-logo';
import { useTranslation } from 'react-i18next';
import type { Looks } from './brand-preview.js';

/** The head of the clients' portal, in small. */
export function PreviewPortal({ name, logoUrl, darkLogoUrl }: Looks) {
  const { t } = useTranslation('branding');
  return (
    <figure className="grid gap-1">
      <figcaption className="text-small text-muted">{t('preview.portal')}</figcaption>
      <div className="overflow-clip rounded-large border border-line bg-canvas text-text">
        <div className="flex items-center justify-between gap-3 border-b border-line bg-surface px-4 py-2">
          <BrandLogo name={name} logoUrl={logoUrl} darkLogoUrl={darkLogoUrl} />
          <Badge tone="accent">{t('preview.badge')}</Badge>
        </div>
        <div className="grid gap-1 p-4">
          <span className="font-semibold">{t('preview.heading')}</span>
          <span className="text-muted">{t('preview.text')}</span>
        </div>
      </div>
    </figure>
  );
}
