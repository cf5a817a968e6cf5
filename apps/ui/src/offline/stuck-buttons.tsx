import { RotateCw, Trash2 } from 'lucide-react';
import { use } from 'react';
import { CopyButton } from '../components/copy-button.js';
import { IconButton } from '../components/icon-button.js';
import { useText } from '../i18n/use-text.js';
import { OutboxContext } from './outbox-context.js';

interface StuckButtonsProps {
  /** Of the item that is stuck. */
  readonly itemKey: string;
  /** What its person has typed, which must not be lost with what is discarded. */
  readonly text?: string | undefined;
}

/** What can be done about a change that goes no further by itself. */
export function StuckButtons({ itemKey, text }: StuckButtonsProps) {
  const t = useText();
  const outbox = use(OutboxContext);
  return (
    <>
      {text && <CopyButton text={text} />}
      <IconButton
        size="small"
        icon={RotateCw}
        label={t('shell:outbox.retry')}
        onClick={() => outbox?.retry(itemKey)}
      />
      <IconButton
        size="small"
        icon={Trash2}
        label={t('shell:outbox.discard')}
        onClick={() => outbox?.discard(itemKey)}
      />
    </>
  );
}
