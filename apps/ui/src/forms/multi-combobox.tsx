import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '../components/popover.js';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';
import { LazyOptionList } from './lazy-option-list.js';
import type { Option, OptionSource } from './option.js';

interface MultiComboboxProps extends OptionSource {
  /** The chosen options themselves: they need not be among those found now. */
  readonly value: readonly Option[];
  readonly onChange: (value: readonly Option[]) => void;
  /** What is chosen, in a word: «Assignees». Names the list. */
  readonly label: string;
  readonly placeholder?: string;
}

/** Several of a list; it stays open while they are chosen. */
export function MultiCombobox(props: MultiComboboxProps) {
  const { value, onChange, label, placeholder, ...source } = props;
  const { t } = useTranslation('ui');
  const control = useFieldControl();
  const [isOpen, setIsOpen] = useState(false);
  const chosen = new Set(value.map((option) => option.value));
  const toggle = (toggled: string) => {
    const added = source.options.find((option) => option.value === toggled);
    if (chosen.has(toggled)) onChange(value.filter((option) => option.value !== toggled));
    else if (added) onChange([...value, added]);
  };
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      label={label}
      className="w-(--radix-popover-trigger-width) min-w-64"
      trigger={
        <button
          type="button"
          {...control}
          role="combobox"
          aria-expanded={isOpen}
          aria-label={control.id ? undefined : label}
          className={clsx(
            CONTROL,
            'flex min-h-control items-center gap-2 py-1 pr-3 pl-3 text-left',
          )}
        >
          <span
            className={clsx(
              'flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1',
              value.length === 0 && 'text-faint',
            )}
          >
            {value.length === 0
              ? (placeholder ?? t('select.placeholder'))
              : value.map((option) => (
                  <span key={option.value} className="flex min-w-0 items-center gap-1">
                    {option.leading}
                    <span className="truncate">{option.label}</span>
                  </span>
                ))}
          </span>
          <ChevronDown aria-hidden className="shrink-0 text-muted" size={16} />
        </button>
      }
    >
      <LazyOptionList {...source} label={label} chosen={chosen} onChoose={toggle} />
    </Popover>
  );
}
