import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

interface LoadMoreProps {
  readonly shown: number;
  /** Of all; left out where the graph does not say. */
  readonly total?: number | null | undefined;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Below a list that comes in pages: how much is shown, and a button for more. */
export function LoadMore({ shown, total, hasMore, isLoading, onMore }: LoadMoreProps) {
  const { t } = useTranslation('ui');
  if (!hasMore && total == null) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2 text-small text-muted">
      <span role="status" className="tabular">
        {total == null ? t('shown', { shown }) : t('shownOf', { shown, total })}
      </span>
      {hasMore && (
        <Button size="small" isBusy={isLoading} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
