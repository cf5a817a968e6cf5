import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { Dialog } from '../components/dialog.js';
import { PasswordAgain } from './password-again.js';
import { signInFor } from './places.js';

/** When the session ends: sign in again in place. What was typed stays, and what was being sent waits. */
export function SessionDialog() {
  const { t } = useTranslation('session');
  const leave = () => window.location.assign(signInFor(window.location));
  return (
    <Dialog
      isOpen
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
