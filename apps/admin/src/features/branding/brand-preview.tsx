import { Section } from '@nexus/ui/components/section';
import type { BrandColors } from '@nexus/ui/theme/brand-tokens';
import { useTranslation } from 'react-i18next';
import { PreviewInvoice } from './preview-invoice.js';
import { PreviewPortal } from './preview-portal.js';
import { PreviewSignIn } from './preview-sign-in.js';
import { useBrandStyle } from './use-brand-style.js';

export interface Looks {
  readonly name: string;
  readonly logoUrl: string | null;
  readonly darkLogoUrl: string | null;
}

/** What the brand looks like, while it is being made: as portals show it, their correction included. */
export function BrandPreview({ colors, ...looks }: Looks & { readonly colors: BrandColors }) {
  const { t } = useTranslation('branding');
  const style = useBrandStyle(colors);
  return (
    <Section title={t('preview.title')} description={t('preview.hint')}>
      <div className="grid gap-4" style={style} data-testid="brand-preview">
        <PreviewSignIn {...looks} />
        <PreviewPortal {...looks} />
        <PreviewInvoice {...looks} />
      </div>
    </Section>
  );
}
