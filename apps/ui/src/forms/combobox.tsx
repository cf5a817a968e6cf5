import { clsx } from 'clsx';
import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../components/icon-button.js';
import { Popover } from '../components/popover.js';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';
import { LazyOptionList } from './lazy-option-list.js';
import type { Option, OptionSource } from './option.js';

interface ComboboxProps extends OptionSource {
  /** The chosen option itself: it need not be among those found now. */
  readonly value: Option | null;
  readonly onChange: (value: Option | null) => void;
  /** What is chosen, in a word: «Client». Names the list. */
  readonly label: string;
  readonly placeholder?: string;
  /** It can be emptied again. */
  readonly isClearable?: boolean;
}

/** One of a list that is long or searched by the graph. */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, label, placeholder, isClearable = false, ...source } = props;
  const { t } = useTranslation('ui');
  const control = useFieldControl();
  const [isOpen, setIsOpen] = useState(false);
  const choose = (chosen: string) => {
    onChange(source.options.find((option) => option.value === chosen) ?? null);
    setIsOpen(false);
  };
  const canClear = isClearable && value !== null && !control.disabled;
  return (
    <div className="relative flex items-center">
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
              'flex min-h-control items-center gap-2 py-1 pl-3 text-left',
              canClear ? 'pr-16' : 'pr-9',
            )}
          >
            {value?.leading}
            <span className={clsx('min-w-0 flex-1 truncate', !value && 'text-faint')}>
              {value?.label ?? placeholder ?? t('select.placeholder')}
            </span>
          </button>
        }
      >
        <LazyOptionList
          {...source}
          label={label}
          chosen={new Set(value ? [value.value] : [])}
          onChoose={choose}
        />
      </Popover>
      <span className="pointer-events-none absolute right-3 text-muted">
        <ChevronDown aria-hidden size={16} />
      </span>
      {canClear && (
        <IconButton
          className="absolute right-8"
          size="small"
          icon={X}
          label={t('clear')}
          onClick={() => onChange(null)}
        />
      )}
    </div>
  );
}
