import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../components/spinner.js';
import type { OptionSource } from './option.js';

interface OptionListProps extends OptionSource {
  /** Its name, for a screen reader. */
  readonly label: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (value: string) => void;
}

/** Options below a search: typed at, walked by arrow keys, chosen by Enter. */
export function OptionList(props: OptionListProps) {
  const { label, chosen, onChoose, options, onSearch, isLoading = false, emptyText } = props;
  const { t } = useTranslation('ui');
  return (
    <Command label={label} shouldFilter={!onSearch} loop>
      <div className="flex items-center gap-2 border-b border-line px-3 text-muted">
        {isLoading ? <Spinner /> : <Search aria-hidden className="shrink-0" size={16} />}
        <Command.Input
          autoFocus
          placeholder={t('search')}
          {...(onSearch && { onValueChange: onSearch })}
          className="min-h-control w-full bg-transparent text-text outline-none"
        />
      </div>
      <Command.List label={label} className="max-h-72 overflow-y-auto p-1">
        {!isLoading && (
          <Command.Empty className="p-3 text-center text-muted">
            {emptyText ?? t('nothingFound')}
          </Command.Empty>
        )}
        {options.map(({ value, label: text, description, leading }) => (
          <Command.Item
            key={value}
            value={value}
            keywords={[text, description ?? '']}
            onSelect={() => onChoose(value)}
            className="flex min-h-control-small cursor-default items-center gap-2 rounded-medium px-2 py-1 select-none data-[selected=true]:bg-selected"
          >
            {leading}
            <span className="min-w-0 flex-1">
              <span className="block truncate">{text}</span>
              {description && (
                <span className="block truncate text-small text-muted">{description}</span>
              )}
            </span>
            {chosen.has(value) && (
              <>
                <Check aria-hidden className="shrink-0 text-accent" size={16} />
                <span className="sr-only">{t('chosen')}</span>
              </>
            )}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
