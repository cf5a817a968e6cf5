import { clsx } from 'clsx';
import { CloudAlert, CloudUpload } from 'lucide-react';
import { useState } from 'react';
import { Popover } from '../components/popover.js';
import type { TextKey } from '../i18n/namespaces.js';
import { useFormat } from '../i18n/use-format.js';
import { useText } from '../i18n/use-text.js';
import type { OutboxItem } from './outbox.types.js';
import { isStuck, useStuckReason } from './stuck.js';
import { StuckButtons } from './stuck-buttons.js';

interface OutboxPopoverProps {
  readonly items: readonly OutboxItem[];
  readonly names: Readonly<Record<string, TextKey>>;
}

/** How much waits, and behind the number each of it, with what its person can do about it. */
export function OutboxPopover({ items, names }: OutboxPopoverProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const stuck = items.filter(isStuck);
  const isRefused = stuck.length > 0;
  // What waits goes by itself; what was refused is its person's to see to.
  const count = isRefused ? stuck.length : items.length;
  const words = text(isRefused ? 'shell:outbox.refused' : 'shell:outbox.waiting', { count });
  const Icon = isRefused ? CloudAlert : CloudUpload;
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setOpen}
      label={text('shell:outbox.title')}
      align="end"
      className="w-80"
      trigger={
        <button
          type="button"
          title={words}
          className={clsx(
            'flex min-h-control-small shrink-0 items-center gap-1.5 rounded-medium px-1.5 text-small hover:bg-hover',
            isRefused ? 'text-danger' : 'text-warning',
          )}
        >
          <Icon aria-hidden size={16} />
          <span role="status" className="max-md:sr-only">
            {words}
          </span>
          <span aria-hidden className="tabular md:hidden">
            {count}
          </span>
        </button>
      }
    >
      <p className="border-b border-line px-3 py-2 font-semibold">{text('shell:outbox.title')}</p>
      <ul className="max-h-80 divide-y divide-line overflow-y-auto">
        {items.map((item) => (
          <OutboxLine key={item.key} item={item} name={names[item.name]} />
        ))}
      </ul>
    </Popover>
  );
}

function OutboxLine({
  item,
  name,
}: {
  readonly item: OutboxItem;
  readonly name: TextKey | undefined;
}) {
  const text = useText();
  const { moment } = useFormat();
  const { key, madeAt } = item;
  const written = writtenIn(item);
  const reason = useStuckReason(item);
  return (
    <li className="flex items-start gap-2 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap justify-between gap-x-2">
          <span>{name ? text(name) : item.name}</span>
          <span className="text-small text-muted">{moment(new Date(madeAt).toISOString())}</span>
        </p>
        {written && (
          <p className="line-clamp-3 text-small text-muted [overflow-wrap:anywhere]">{written}</p>
        )}
        {reason && <p className="text-small text-danger">{reason}</p>}
      </div>
      {isStuck(item) && <StuckButtons itemKey={key} text={written} />}
    </li>
  );
}

/** What its person has typed, which must not be lost with what is discarded. */
function writtenIn({ variables: { input } }: OutboxItem): string | undefined {
  const written = input.body ?? input.note;
  return typeof written === 'string' ? written : undefined;
}
