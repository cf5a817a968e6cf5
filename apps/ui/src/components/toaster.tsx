import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Toaster as Sonner } from 'sonner';
import { toastPlaceStands } from './toast-place.js';

/** Where toasts appear; once in an app. Alt+T brings the focus there. */
export function Toaster() {
  const { t } = useTranslation('ui');
  // What stands within has been mounted before.
  useEffect(toastPlaceStands, []);
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t('toasts')}
      gap={8}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: t('close'),
        classNames: {
          toast:
            'pointer-events-auto flex w-full items-center gap-3 rounded-large border border-line bg-raised px-4 py-3 text-text shadow-raised sm:w-90',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-small text-muted',
          success: '[&_[data-icon]]:text-success',
          error: '[&_[data-icon]]:text-danger',
          actionButton:
            'shrink-0 min-h-control-small rounded-medium px-2 font-medium text-accent hover:bg-hover',
        },
      }}
    />
  );
}
