import { Button } from '@nexus/ui/components/button';
import { EmptyState } from '@nexus/ui/components/empty-state';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface EmptyQueueProps {
  /** There is more behind the filter. */
  readonly isNarrowed: boolean;
  readonly isApproved: boolean;
  readonly onClear: () => void;
}

/** Nothing waits. */
export function EmptyQueue({ isNarrowed, isApproved, onClear }: EmptyQueueProps) {
  const { t } = useTranslation('approvals');
  if (isNarrowed) {
    return (
      <EmptyState
        icon={CheckCheck}
        title={t('empty.noMatch')}
        action={<Button onClick={onClear}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={CheckCheck}
      title={t(isApproved ? 'empty.noneApproved' : 'empty.title')}
      description={t(isApproved ? 'empty.noneApprovedHint' : 'empty.description')}
    />
  );
}
