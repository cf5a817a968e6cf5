import { clsx } from 'clsx';
import { ChevronDown, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../components/lazy-part.js';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly isDisabled?: boolean;
}

interface SelectProps<T extends string> {
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly options: readonly SelectOption<T>[];
  readonly placeholder?: string;
  /** Its name where no `Field` is around it. */
  readonly label?: string;
  readonly className?: string;
}

const Surface = lazyPart(async () => (await import('./select-surface.js')).SelectSurface);

/** One of a list that is known and short; what must be searched is a `Combobox`. Its list is loaded when it is near. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, placeholder, label, className } = props;
  const { t } = useTranslation('ui');
  const { disabled, ...control } = useFieldControl();
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = options.find((option) => option.value === value);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setIsOpen(true);
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        role="combobox"
        aria-autocomplete="none"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        disabled={disabled === true}
        {...control}
        {...(label && { 'aria-label': label })}
        onPointerEnter={Surface.load}
        onFocus={Surface.load}
        onKeyDown={onKeyDown}
        onClick={() => setIsOpen(true)}
        className={clsx(
          CONTROL,
          'inline-flex min-h-control items-center justify-between gap-2 px-3 text-left',
          !chosen && 'text-faint',
          className,
        )}
      >
        <span className="min-w-0 truncate">
          {chosen?.label ?? placeholder ?? t('select.placeholder')}
        </span>
        <ChevronDown aria-hidden className="shrink-0 text-muted" size={16} />
      </button>
      {isOpen && (
        <Surface
          trigger={trigger}
          value={value ?? ''}
          onChange={(next) => onChange(next as T)}
          onClose={() => setIsOpen(false)}
          options={options}
        />
      )}
    </>
  );
}
