import { clsx } from 'clsx';
import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useTranslation } from 'react-i18next';
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

/** One of a list that is known and short; what must be searched is a `Combobox`. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, placeholder, label, className } = props;
  const { t } = useTranslation('ui');
  const { disabled, 'aria-required': _required, ...control } = useFieldControl();
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(chosen) => onChange(chosen as T)}
      disabled={disabled === true}
    >
      <Radix.Trigger
        {...control}
        {...(label && { 'aria-label': label })}
        className={clsx(
          CONTROL,
          'inline-flex min-h-control items-center justify-between gap-2 px-3 text-left data-placeholder:text-faint',
          className,
        )}
      >
        <span className="min-w-0 truncate">
          <Radix.Value placeholder={placeholder ?? t('select.placeholder')} />
        </span>
        <ChevronDown aria-hidden className="shrink-0 text-muted" size={16} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-[calc(100vw-16px)] animate-rise overflow-hidden rounded-large border border-line bg-raised shadow-raised"
        >
          <Radix.Viewport className="p-1">
            {options.map(({ value: option, label: text, icon: Icon, isDisabled }) => (
              <Radix.Item
                key={option}
                value={option}
                disabled={isDisabled ?? false}
                className="flex min-h-control-small cursor-default items-center gap-2 rounded-medium px-2 py-1 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-selected"
              >
                {Icon && <Icon aria-hidden className="shrink-0 text-muted" size={16} />}
                <Radix.ItemText>{text}</Radix.ItemText>
                <Radix.ItemIndicator className="ml-auto text-accent">
                  <Check aria-hidden size={16} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
