import { PageHeader } from '@nexus/ui/components/page-header';
import { useLive } from '@nexus/ui/graph/use-live';
import { useScreen } from '@nexus/ui/graph/use-screen';
import { PageSkeleton } from '@nexus/ui/shell/page-skeleton';
import { usePageTitle } from '@nexus/ui/shell/use-page-title';
import { useTranslation } from 'react-i18next';
import { SettingsDocument } from './settings.generated.js';
import { SettingsChangedDocument } from './settings-changed.generated.js';
import { SettingsForm } from './settings-form.js';

const ONCE = [{}];

/** What the business has chosen for itself. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { data, refresh, since } = useScreen(SettingsDocument, {});
  usePageTitle(t('title'));
  useLive(SettingsChangedDocument, ONCE, since);
  const tenant = data?.tenant;
  return (
    <>
      <PageHeader title={t('title')} meta={t('meta')} />
      {tenant ? <SettingsForm tenant={tenant} onStale={refresh} /> : <PageSkeleton />}
    </>
  );
}
