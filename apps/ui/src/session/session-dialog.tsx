import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { Dialog } from '../components/dialog.js';
import { PasswordAgain } from './password-again.js';
import { signInFor } from './places.js';
import { useSession } from './session-context.js';

/** When the session ends: sign in again in place. What was typed stays, and what was being sent waits. */
export function SessionDialog() {
  const session = useSession();
  const status = useSyncExternalStore(session.listen, () => session.status);
  const { t } = useTranslation('session');
  const leave = () => window.location.assign(signInFor(window.location));
  return (
    <Dialog
      isOpen={status === 'ended'}
      onOpenChange={() => undefined}
      isInsistent
      size="small"
      title={t('again.title')}
      description={t('again.description')}
      footer={
        <>
          <Button variant="ghost" onClick={leave}>
            {t('again.leave')}
          </Button>
          <Button variant="primary" type="submit" form={FORM}>
            {t('again.submit')}
          </Button>
        </>
      }
    >
      <PasswordAgain formId={FORM} />
    </Dialog>
  );
}

const FORM = 'session-again';
