import { RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { CopyButton } from './copy-button.js';

interface ErrorStateProps {
  /** By default that something went wrong. */
  readonly title?: string;
  readonly message?: string | undefined;
  /** Of the answer that failed: support finds everything by it. */
  readonly requestId?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly isRetrying?: boolean;
}

/** What failed, in words, with the id to copy and a way to try again. */
export function ErrorState({ title, message, requestId, onRetry, isRetrying }: ErrorStateProps) {
  const { t } = useTranslation('ui');
  return (
    <div role="alert" className="grid justify-items-center gap-1 px-4 py-12 text-center">
      <span className="mb-2 grid size-10 place-items-center rounded-large bg-danger-soft text-danger">
        <TriangleAlert aria-hidden size={20} />
      </span>
      <p className="text-balance text-large font-semibold">{title ?? t('error.title')}</p>
      {message && <p className="max-w-md text-pretty text-muted">{message}</p>}
      {onRetry && (
        <Button
          className="mt-4"
          icon={RotateCw}
          isBusy={isRetrying === true}
          onClick={() => onRetry()}
        >
          {t('error.retry')}
        </Button>
      )}
      {requestId && (
        <p className="mt-3 flex max-w-full items-center gap-1 text-small text-muted">
          <span>{t('error.request')}</span>
          <code className="truncate font-mono">{requestId}</code>
          <CopyButton text={requestId} label={t('error.copyRequest')} />
        </p>
      )}
    </div>
  );
}
