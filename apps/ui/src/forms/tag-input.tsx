import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTROL } from './control-classes.js';
import { useFieldControl } from './field-context.js';

interface TagInputProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** Tags that are in use: offered while typing. */
  readonly suggestions?: readonly string[];
  readonly placeholder?: string;
}

/** Free words: Enter or a comma ends one, Backspace takes the last away, a pasted list becomes many. */
export function TagInput({ value, onChange, suggestions = [], placeholder }: TagInputProps) {
  const { t } = useTranslation('ui');
  const { 'aria-labelledby': _label, ...control } = useFieldControl();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const words = text.split(/[,;\n]/).map((word) => word.trim());
    onChange([...new Set([...value, ...words.filter(Boolean)])]);
    setTyped('');
  };
  const remove = (tag: string) => onChange(value.filter((kept) => kept !== tag));
  const onKeyDown = (event: KeyboardEvent) => {
    const last = value.at(-1);
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && !typed && last !== undefined) remove(last);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[,;\n]/.test(text)) return;
    event.preventDefault();
    add(text);
  };
  return (
    <div
      className={clsx(
        CONTROL,
        'flex min-h-control flex-wrap items-center gap-1 px-1.5 py-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus',
      )}
    >
      {value.map((tag) => (
        <span
          key={tag}
          className="flex max-w-full items-center rounded-small bg-accent-soft pl-1.5 text-small text-accent"
        >
          <span className="truncate">{tag}</span>
          <button
            type="button"
            aria-label={t('tag.remove', { tag })}
            disabled={control.disabled}
            onClick={() => remove(tag)}
            className="grid size-6 shrink-0 place-items-center rounded-small hover:text-text"
          >
            <X aria-hidden size={12} />
          </button>
        </span>
      ))}
      <input
        type="text"
        autoComplete="off"
        list={listId}
        {...control}
        value={typed}
        placeholder={value.length === 0 ? placeholder : undefined}
        onChange={({ target }) =>
          target.value.endsWith(',') ? add(target.value) : setTyped(target.value)
        }
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => typed.trim() && add(typed)}
        className="min-h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none"
      />
      <datalist id={listId}>
        {suggestions
          .filter((tag) => !value.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
