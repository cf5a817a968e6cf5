import { Clock } from 'lucide-react';
import { useText } from '../i18n/use-text.js';
import type { OutboxItem } from './outbox.types.js';
import { isStuck, useStuckReason } from './stuck.js';
import { StuckButtons } from './stuck-buttons.js';
import { useOverdue } from './use-overdue.js';

interface UnsentTextProps {
  readonly item: OutboxItem;
  readonly text: string;
}

/** What somebody has written and the graph has not taken: it waits, or says why it was refused and what can be done. */
export function UnsentText({ item, text }: UnsentTextProps) {
  const t = useText();
  const isOverdue = useOverdue([item]);
  const reason = useStuckReason(item);
  return (
    <div className="grid gap-1">
      <p className="whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{text}</p>
      {isOverdue && !isStuck(item) && (
        <p role="status" className="flex items-center gap-1 text-small text-warning">
          <Clock aria-hidden size={14} className="shrink-0" />
          {t('shell:outbox.title')}
        </p>
      )}
      {isStuck(item) && (
        <div role="alert" className="flex flex-wrap items-center gap-1">
          <p className="min-w-0 flex-1 text-small text-danger">{reason}</p>
          <StuckButtons itemKey={item.key} text={text} />
        </div>
      )}
    </div>
  );
}
