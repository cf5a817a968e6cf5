import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/page-header.js';
import { useScreen } from '../graph/use-screen.js';
import { PageSkeleton } from '../shell/page-skeleton.js';
import { usePageTitle } from '../shell/use-page-title.js';
import { AccountDocument } from './account.generated.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordForm } from './password-form.js';
import { ProfileForm } from './profile-form.js';

/** What somebody keeps of themselves, in every portal alike. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const { data } = useScreen(AccountDocument, {}, { policy: 'cache-and-network' });
  usePageTitle(t('title'));
  const profile = data?.viewer?.profile;
  if (!profile) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('title')} meta={profile.email} />
      <div className="grid max-w-2xl gap-4">
        <ProfileForm profile={profile} />
        <PasswordForm email={profile.email} />
        <OwnSessions sessions={data?.viewer?.sessions ?? []} />
      </div>
    </>
  );
}
