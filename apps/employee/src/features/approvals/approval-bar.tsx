import type { Command } from '@nexus/ui/actions/action';
import { Button } from '@nexus/ui/components/button';
import { formatDuration } from '@nexus/ui/components/duration';
import { IconButton } from '@nexus/ui/components/icon-button';
import { Kbd } from '@nexus/ui/components/kbd';
import { useText } from '@nexus/ui/i18n/use-text';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalEntry } from './waiting.js';

interface ApprovalBarProps {
  /** What a decision would be about. */
  readonly entries: readonly ApprovalEntry[];
  /** How many are chosen; 0 where it is about the line of the cursor. */
  readonly count: number;
  readonly commands: readonly Command[];
  readonly onClear: () => void;
}

/** What can be done with what is chosen, at the foot of the screen. */
export function ApprovalBar({ entries, count, commands, onClear }: ApprovalBarProps) {
  const { t } = useTranslation('approvals');
  const text = useText();
  const minutes = entries.reduce((total, entry) => total + entry.minutes, 0);
  if (commands.length === 0) {
    return <p className="text-small text-muted max-md:hidden">{t('keys.hint')}</p>;
  }
  return (
    <section
      aria-label={t('bar')}
      className="sticky bottom-4 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 justify-self-center rounded-large border border-line bg-raised px-4 py-2 shadow-raised"
    >
      <p role="status" className="tabular">
        {count > 0 ? t('chosen', { count, hours: formatDuration(minutes) }) : t('current')}
      </p>
      <div className="flex items-center gap-2">
        {commands.map(({ id, labelKey, icon, shortcut, run }) => (
          <Button
            key={id}
            size="small"
            variant={id === 'time.approve' ? 'primary' : 'secondary'}
            icon={icon}
            onClick={run}
          >
            {text(labelKey)}
            {shortcut && (
              <span
                aria-hidden
                className="max-md:hidden [&_span]:border-current [&_span]:text-current"
              >
                <Kbd keys={shortcut} />
              </span>
            )}
          </Button>
        ))}
        {count > 0 && (
          <IconButton size="small" icon={X} label={t('keys.clear')} onClick={onClear} />
        )}
      </div>
    </section>
  );
}
