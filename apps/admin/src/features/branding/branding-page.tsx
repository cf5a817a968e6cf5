import { PageHeader } from '@nexus/ui/components/page-header';
import { RelativeTime } from '@nexus/ui/components/relative-time';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { useTranslation } from 'react-i18next';
import { BrandingDocument } from './branding.generated.js';
import { BrandingChangedDocument } from './branding-changed.generated.js';
import { BrandingEditor } from './branding-editor.js';

const ONCE = [{}];

/** How the business looks for its people and its clients. */
export function BrandingPage() {
  const { t } = useTranslation('branding');
  const { data, refresh, since } = useScreen(BrandingDocument, {});
  usePageTitle(t('title'));
  useLive(BrandingChangedDocument, ONCE, since);
  const tenant = data?.tenant;
  if (!tenant) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          tenant.brandingPublishedAt ? (
            <span>
              {t('published', { name: tenant.branding.displayName })}{' '}
              <RelativeTime moment={tenant.brandingPublishedAt} />
            </span>
          ) : (
            t('neverPublished')
          )
        }
      />
      <BrandingEditor tenant={tenant} onStale={refresh} />
    </>
  );
}
