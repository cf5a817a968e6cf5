import { Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../forms/input.js';
import { Button } from './button.js';

/** A filter that is on, in words: «State: overdue». */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

interface FilterBarProps {
  readonly search?: { readonly value: string; readonly onChange: (value: string) => void };
  /** Controls that set filters: `Select`, `PersonPicker`, a `Menu`. */
  readonly children?: ReactNode;
  readonly chips?: readonly FilterChip[];
  readonly onClear?: () => void;
}

/** Above a list: what is searched for, and which filters are on, each taken away by a press. */
export function FilterBar({ search, children, chips = [], onClear }: FilterBarProps) {
  const { t } = useTranslation('ui');
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers do not all know the element yet
    <div role="search" className="grid gap-2 pb-3">
      <div className="flex flex-wrap items-center gap-2 max-sm:*:grow">
        {search && (
          <div className="relative flex min-w-48 flex-1 items-center sm:max-w-72">
            <Search aria-hidden className="absolute left-3 text-muted" size={16} />
            <Input
              type="search"
              aria-label={t('search')}
              placeholder={t('search')}
              className="pl-9"
              value={search.value}
              onChange={({ target }) => search.onChange(target.value)}
            />
          </div>
        )}
        {children}
      </div>
      {chips.length > 0 && (
        <ul className="flex flex-wrap items-center gap-1">
          {chips.map(({ id, label, onRemove }) => (
            <li
              key={id}
              className="flex max-w-full items-center rounded-medium bg-accent-soft pl-2 text-small text-accent"
            >
              <span className="truncate">{label}</span>
              <button
                type="button"
                aria-label={t('filter.remove', { filter: label })}
                onClick={onRemove}
                className="grid size-6 shrink-0 place-items-center rounded-medium hover:text-text"
              >
                <X aria-hidden size={12} />
              </button>
            </li>
          ))}
          {onClear && chips.length > 1 && (
            <li>
              <Button variant="ghost" size="small" onClick={onClear}>
                {t('filter.clear')}
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
