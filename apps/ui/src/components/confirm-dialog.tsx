import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** A question: «Delete the project?» */
  readonly title: string;
  /** What will be, and whether it can be undone. */
  readonly description: ReactNode;
  /** The deed itself, never «OK»: «Delete project». */
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  /** It stays open and busy until this has settled. */
  readonly onConfirm: () => void | Promise<void>;
}

/** Asks before something that cannot be undone; what can be undone is done at once, with a toast to undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onOpenChange, title, description, confirmLabel, isDangerous, onConfirm } = props;
  const { t } = useTranslation('ui');
  const [isBusy, setIsBusy] = useState(false);
  const confirm = async () => {
    setIsBusy(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      size="small"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            isBusy={isBusy}
            onClick={() => void confirm()}
          >
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
