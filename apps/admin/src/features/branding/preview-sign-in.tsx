import { BrandLogo } from '@nexus/ui/components/brand-logo';
import { useTranslation } from 'react-i18next';
import type { Looks } from './brand-preview.js';

/** The way in, in small. */
export function PreviewSignIn({ name, logoUrl, darkLogoUrl }: Looks) {
  const { t } = useTranslation('branding');
  return (
    <figure className="grid gap-1">
      <figcaption className="text-small text-muted">{t('preview.signIn')}</figcaption>
      <div className="grid justify-items-center rounded-large border border-line bg-canvas p-6">
        <div className="grid w-full max-w-56 gap-3 rounded-large border border-line bg-surface p-4 text-text">
          <BrandLogo name={name} logoUrl={logoUrl} darkLogoUrl={darkLogoUrl} />
          <span className="h-control-small rounded-medium border border-line-strong bg-sunken" />
          <span className="rounded-medium bg-accent-solid py-1 text-center font-semibold text-on-accent">
            {t('preview.signInButton')}
          </span>
          <span className="text-small text-accent">{t('preview.forgot')}</span>
        </div>
      </div>
    </figure>
  );
}
