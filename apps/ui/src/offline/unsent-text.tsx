import { Clock, RotateCw, Trash2 } from 'lucide-react';
import { use } from 'react';
import { CopyButton } from '../components/copy-button.js';
import { IconButton } from '../components/icon-button.js';
import { useText } from '../i18n/use-text.js';
import type { OutboxItem } from './outbox.types.js';
import { OutboxContext } from './outbox-context.js';
import { useOverdue } from './use-overdue.js';

interface UnsentTextProps {
  readonly item: OutboxItem;
  readonly text: string;
}

/** What somebody has written and the graph has not taken: it waits, or says why it was refused and what can be done. */
export function UnsentText({ item, text }: UnsentTextProps) {
  const t = useText();
  const isOverdue = useOverdue([item]);
  const isStuck = item.state === 'refused' || item.state === 'uncertain';
  return (
    <div className="grid gap-1">
      <p className="whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{text}</p>
      {isOverdue && !isStuck && (
        <p role="status" className="flex items-center gap-1 text-small text-warning">
          <Clock aria-hidden size={14} className="shrink-0" />
          {t('shell:outbox.title')}
        </p>
      )}
      {isStuck && <Stuck item={item} text={text} />}
    </div>
  );
}

function Stuck({ item, text }: UnsentTextProps) {
  const t = useText();
  const outbox = use(OutboxContext);
  const { key, state, errors = [] } = item;
  const reason =
    state === 'uncertain'
      ? t('shell:outbox.uncertain')
      : errors.map(({ message }) => message).join(' ');
  return (
    <div role="alert" className="flex flex-wrap items-center gap-1">
      <p className="min-w-0 flex-1 text-small text-danger">{reason}</p>
      <CopyButton text={text} />
      <IconButton
        size="small"
        icon={RotateCw}
        label={t('shell:outbox.retry')}
        onClick={() => outbox?.retry(key)}
      />
      <IconButton
        size="small"
        icon={Trash2}
        label={t('shell:outbox.discard')}
        onClick={() => outbox?.discard(key)}
      />
    </div>
  );
}
