import { CopyButton } from '@nexus/ui/components/copy-button';
import { Notice } from '@nexus/ui/components/notice';
import { useTranslation } from 'react-i18next';
import type { PayFault } from './use-pay.js';

/** What could not be tried, and that trying again does not pay twice. */
export function FaultNotice({ fault: { message, requestId } }: { readonly fault: PayFault }) {
  const { t } = useTranslation('payment');
  return (
    <Notice
      tone="danger"
      action={requestId && <CopyButton text={requestId} label={t('fault.copyRequest')} />}
    >
      <p>{message}</p>
      <p>{t('fault.again')}</p>
    </Notice>
  );
}
